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
 * Has the database do a piece of upkeep by a function of its own: at the start, then again and
 * again, each time until the function has nothing left to do. Services that do so at once do not
 * get in each other's way: the function lets one of them through. A failure is logged, counted and
 * tried again within a minute; nothing else of the service depends on it.
 */
public final class Upkeep implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

  /** Some pieces take longer than any reading call may: ten million ranks are recorded at once. */
  private static final Duration AT_MOST = Duration.ofMinutes(30);

  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

  private final Database database;
  private final String call;
  private final Duration every;
  private final AtomicLong failures = new AtomicLong();
  private final ScheduledExecutorService clock;

  private Upkeep(Database database, String name, String call, Duration every) {
    this.database = database;
    this.call = call;
    this.every = every;
    this.clock =
        Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name(name).factory());
  }

  /** Makes partitions ahead and lets go what is no longer kept. */
  public static Upkeep ofPartitions(Database database, Duration every) {
    return new Upkeep(
        database,
        "keep-partitions",
        "select what || ' ' || name from laurel.keep_partitions()",
        every);
  }

  /** Lays, cuts and joins the ranges by which ranks are counted. */
  public static Upkeep ofRanks(Database database, Duration every) {
    return new Upkeep(database, "keep-ranks", "select laurel.keep_ranks()", every);
  }

  /** Records ranks when their time has come. */
  public static Upkeep ofRankHistory(Database database, Duration every) {
    return new Upkeep(database, "record-ranks", "select laurel.record_ranks()", every);
  }

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
      while (!clock.isShutdown() && doesMore()) {}
      return true;
    } catch (DatabaseUnavailableException | IllegalStateException e) {
      failures.incrementAndGet();
      LOG.warn("{} fails: {}", call, e.getMessage());
      return false;
    }
  }

  private boolean doesMore() {
    List<String> done =
        database.change(call, AT_MOST, row -> String.valueOf(row.getString(1))).stream()
            .filter(what -> !what.equals("null"))
            .toList();
    done.forEach(what -> LOG.info("{}: {}", Thread.currentThread().getName(), what));
    return !done.isEmpty();
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
