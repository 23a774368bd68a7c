package dev.laurel.serving.database;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Asks the database every second whether it is there, so that answers from memory can say that they
 * may be stale without asking it themselves.
 */
public final class WatchDatabase implements AutoCloseable {

  private static final Duration EVERY = Duration.ofSeconds(1);

  private final Database database;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("watch-database").factory());
  private volatile boolean up;

  /** Starts watching; the first word is there when this returns. */
  public WatchDatabase(Database database) {
    this.database = database;
    look();
    var unused =
        clock.scheduleWithFixedDelay(
            this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Whether the database answered when it was last asked. */
  public boolean isUp() {
    return up;
  }

  private void look() {
    up = database.answers();
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
