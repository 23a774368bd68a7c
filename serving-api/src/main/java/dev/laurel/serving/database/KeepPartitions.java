package dev.laurel.serving.database;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the database make its partitions ahead and let go what is no longer kept: at the start, then
 * again and again. Services that do so at once do not get in each other's way: the function of the
 * database lets one of them through. A failure is logged, counted and tried again within a minute;
 * nothing else of the service depends on it.
 */
public final class KeepPartitions implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(KeepPartitions.class);

  /** Letting go a month of a large table takes longer than any reading call may. */
  private static final Duration AT_MOST = Duration.ofMinutes(5);

  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);
  private static final String KEEP = "select what, name from laurel.keep_partitions()";

  private final Database database;
  private final Duration every;
  private final AtomicLong failures = new AtomicLong();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("keep-partitions").factory());

  /** In this database, so often. */
  public KeepPartitions(Database database, Duration every) {
    this.database = database;
    this.every = every;
  }

  /** A partition that was made or dropped. */
  record Change(String what, String name) {}

  /** Runs for the first time, without waiting for it. */
  public void start() {
    clock.execute(this::keepOn);
  }

  /** How often it failed. */
  public long failures() {
    return failures.get();
  }

  private void keepOn() {
    schedule(keep() ? every : min(every, AFTER_FAILURE));
  }

  private boolean keep() {
    try {
      List<Change> changes =
          database.change(
              KEEP, AT_MOST, row -> new Change(row.getString("what"), row.getString("name")));
      changes.forEach(change -> LOG.info("Partition {}: {}", change.what(), change.name()));
      return true;
    } catch (DatabaseUnavailableException | IllegalStateException e) {
      failures.incrementAndGet();
      LOG.warn("Partitions are not kept: {}", e.getMessage());
      return false;
    }
  }

  private void schedule(Duration delay) {
    if (!clock.isShutdown()) {
      var unused = clock.schedule(this::keepOn, delay.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
