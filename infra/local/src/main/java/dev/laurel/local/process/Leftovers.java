package dev.laurel.local.process;

import dev.laurel.local.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a killed supervisor, or a killed PostgreSQL server, left running. Processes are known by
 * what only a process of this home has: its mark among the arguments, or PostgreSQL's data as
 * working folder.
 */
public final class Leftovers {

  private static final Duration GRACE = Duration.ofSeconds(10);

  private final Home home;

  public Leftovers(Home home) {
    this.home = home;
  }

  /** Stops every process of this home, and returns how many there were. */
  public int stop() throws IOException, InterruptedException {
    List<Long> left = find();
    for (long pid : left) {
      Signal asks = isPostgres(pid) ? Signal.INT : Signal.TERM;
      asks.send(pid);
    }
    if (!awaitNone(GRACE)) {
      for (long pid : find()) {
        Signal.KILL.send(pid);
      }
      awaitNone(GRACE);
    }
    removePidFiles();
    return left.size();
  }

  /**
   * Waits for the children of a PostgreSQL server that was killed to go, and kills those that do
   * not.
   */
  public void awaitPostgresGone() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(3).toNanos();
    List<Long> children = ProcessTable.find(this::isPostgres);
    while (!children.isEmpty()) {
      if (System.nanoTime() > deadline) {
        for (long pid : children) {
          Signal.KILL.send(pid);
        }
      }
      TimeUnit.MILLISECONDS.sleep(50);
      children = ProcessTable.find(this::isPostgres);
    }
  }

  private List<Long> find() {
    return ProcessTable.find(
        pid -> isPostgres(pid) || ProcessTable.arguments(pid).contains(home.mark()));
  }

  private boolean isPostgres(long pid) {
    Path data = home.postgres();
    return ProcessTable.workingFolder(pid).filter(data::equals).isPresent()
        && ProcessTable.arguments(pid).stream()
            .findFirst()
            .filter(first -> first.contains("postgres"))
            .isPresent();
  }

  private boolean awaitNone(Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!find().isEmpty() && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    return find().isEmpty();
  }

  private void removePidFiles() throws IOException {
    Path run = home.pidFile("any").getParent();
    if (Files.isDirectory(run)) {
      try (var files = Files.newDirectoryStream(run, "*.pid")) {
        for (Path file : files) {
          Files.delete(file);
        }
      }
    }
  }
}
