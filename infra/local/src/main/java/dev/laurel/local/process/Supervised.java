package dev.laurel.local.process;

import dev.laurel.local.home.Home;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A process that is started again whenever it dies, until it is stopped. It runs in a session of
 * its own, so that Ctrl-C reaches the supervisor alone, which then stops its processes in order.
 */
public final class Supervised {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final int DEATHS_THAT_FAIL_A_START = 3;

  private final Part part;
  private final Home home;
  private final Consumer<String> say;
  private final Object lock = new Object();
  private Optional<Process> process = Optional.empty();
  private boolean stopped;
  private int deaths;

  public Supervised(Part part, Home home, Consumer<String> say) {
    this.part = part;
    this.home = home;
    this.say = say;
  }

  /** Starts the process and keeps it alive from now on; returns once it runs for the first time. */
  public void start() throws IOException, InterruptedException {
    Optional<Process> first = launch();
    first.ifPresent(
        running ->
            Thread.ofVirtual().name("supervise " + part.name()).start(() -> supervise(running)));
  }

  /**
   * Waits until the process does its work; fails when it keeps dying or does not answer in time.
   */
  public void awaitAnswer(Duration atMost) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!part.answers()) {
      if (deaths() >= DEATHS_THAT_FAIL_A_START) {
        throw new IOException(
            describe("%s has died %d times while starting".formatted(part.name(), deaths())));
      }
      if (System.nanoTime() > deadline) {
        throw new IOException(
            describe("%s does not answer after %d s".formatted(part.name(), atMost.toSeconds())));
      }
      TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
    }
  }

  /**
   * Stops the process for good: asks first, and kills it when it still runs after {@code grace}.
   */
  public void stop(Duration grace) throws IOException, InterruptedException {
    Optional<Process> started;
    synchronized (lock) {
      stopped = true;
      started = process;
    }
    if (started.isPresent()) {
      stop(started.get(), grace);
    }
  }

  private void stop(Process running, Duration grace) throws IOException, InterruptedException {
    part.stopSignal().send(running.pid());
    if (!running.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
      say.accept(
          "%s still runs %d s after it was asked to stop: killed"
              .formatted(part.name(), grace.toSeconds()));
      running.destroyForcibly().waitFor();
    }
    Files.deleteIfExists(home.pidFile(part.name()));
  }

  private void supervise(Process first) {
    Optional<Process> running = Optional.of(first);
    Backoff backoff = Backoff.none();
    try {
      while (running.isPresent()) {
        long since = System.nanoTime();
        int code = running.get().waitFor();
        backoff = backoff.afterDeath(Duration.ofNanos(System.nanoTime() - since));
        running = isStopped() ? Optional.empty() : again(code, backoff);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Process> again(int exitCode, Backoff backoff) throws InterruptedException {
    synchronized (lock) {
      deaths++;
    }
    say.accept("%s died (exit code %d) and is started again".formatted(part.name(), exitCode));
    Backoff next = backoff;
    while (!isStopped()) {
      TimeUnit.MILLISECONDS.sleep(next.delay().toMillis());
      try {
        return launch();
      } catch (IOException failed) {
        say.accept("%s cannot be started: %s".formatted(part.name(), failed.getMessage()));
        next = next.afterDeath(Duration.ZERO);
      }
    }
    return Optional.empty();
  }

  private Optional<Process> launch() throws IOException, InterruptedException {
    part.prepare();
    List<String> command = new ArrayList<>(List.of("setsid"));
    command.addAll(part.command());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(part.environment());
    File log = home.log(part.name()).toFile();
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    synchronized (lock) {
      if (stopped) {
        return Optional.empty();
      }
      process = Optional.of(builder.start());
      Files.writeString(home.pidFile(part.name()), process.get().pid() + "\n");
      return process;
    }
  }

  private String describe(String failure) {
    Path log = home.log(part.name());
    String end = String.join("\n  ", LogTail.of(log, 12));
    return "%s; its log %s ends with:%n  %s".formatted(failure, log, end);
  }

  private boolean isStopped() {
    synchronized (lock) {
      return stopped;
    }
  }

  private int deaths() {
    synchronized (lock) {
      return deaths;
    }
  }
}
