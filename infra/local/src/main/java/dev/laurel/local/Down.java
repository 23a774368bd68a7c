package dev.laurel.local;

import dev.laurel.local.home.Home;
import dev.laurel.local.home.HomeLock;
import dev.laurel.local.home.Installation;
import dev.laurel.local.process.Leftovers;
import dev.laurel.local.process.ProcessTable;
import dev.laurel.local.process.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stops a stack, and what a killed supervisor left of one. */
@Command(
    name = "down",
    mixinStandardHelpOptions = true,
    description = "Stops the stack of a home and waits until all of it is gone; its state stays.")
final class Down implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "The home of the stack; .laurel unless told.")
  Optional<Path> folder = Optional.empty();

  private final Narrator narrator = new Narrator(System.out);

  @Override
  public Integer call() throws IOException, InterruptedException {
    Home home = Home.at(folder.orElse(Installation.current().usualHome()));
    if (!Files.isDirectory(home.lock().getParent())) {
      narrator.say("No stack has been started in " + home.folder());
      return 0;
    }
    Optional<HomeLock> lock = HomeLock.tryTake(home);
    if (lock.isEmpty()) {
      narrator.say("Stopping the stack in " + home.folder());
      lock = Optional.of(awaitLock(home));
    }
    try (HomeLock held = lock.get()) {
      int left = new Leftovers(home).stop();
      Files.deleteIfExists(home.ready());
      narrator.say(
          left == 0
              ? "Nothing runs in " + home.folder()
              : "Stopped %d processes that had been left".formatted(left));
    }
    return 0;
  }

  private HomeLock awaitLock(Home home) throws IOException, InterruptedException {
    long supervisor = supervisor(home);
    Signal.TERM.send(supervisor);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Optional<HomeLock> lock = HomeLock.tryTake(home);
    while (lock.isEmpty()) {
      if (System.nanoTime() > deadline) {
        narrator.say("The supervisor (process %d) does not stop: killed".formatted(supervisor));
        Signal.KILL.send(supervisor);
      }
      TimeUnit.MILLISECONDS.sleep(100);
      lock = HomeLock.tryTake(home);
    }
    return lock.get();
  }

  private static long supervisor(Home home) throws IOException {
    Path file = home.pidFile("supervisor");
    String text = Files.exists(file) ? Files.readString(file).strip() : "";
    if (!text.matches("\\d{1,10}")
        || !ProcessTable.arguments(Long.parseLong(text)).contains("up")) {
      throw new IOException(
          "%s is locked, but %s names no supervisor (it holds '%s')"
              .formatted(home.lock(), file, text));
    }
    return Long.parseLong(text);
  }
}
