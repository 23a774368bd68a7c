package dev.laurel.serving.board;

import dev.laurel.serving.database.DatabaseUnavailableException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the cache from the table: all live boards once, after the feed has its position, when a
 * rehearsal follows, and from then on every board that has a gap, again and again until it is
 * closed. Lets go of those whose period is over. On a thread of its own, so that a database that is
 * slow or away never delays the changes of other boards.
 */
public final class LoadBoards implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LoadBoards.class);
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);
  private static final Duration RETRY_EVERY = Duration.ofSeconds(1);

  /**
   * A feed that is away must not keep the boards away too: the gaps it leaves are found by their
   * versions.
   */
  private static final Duration WAIT_FOR_FEED = Duration.ofSeconds(3);

  private final BoardTables tables;
  private final BoardCache cache;
  private final RankChangeFeed feed;
  private final LivePeriods live;
  private final Rehearsal rehearsal;
  private final Thread thread = Thread.ofVirtual().name("load-boards").unstarted(this::run);
  private final CountDownLatch closed = new CountDownLatch(1);
  private int loadedFor;
  private LocalDate forgottenBefore = LocalDate.EPOCH;

  /** A loader that does not run yet. */
  public LoadBoards(
      BoardTables tables,
      BoardCache cache,
      RankChangeFeed feed,
      LivePeriods live,
      Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
    this.tables = tables;
    this.cache = cache;
    this.feed = feed;
    this.live = live;
  }

  /** Begins to load. */
  public void start() {
    thread.start();
  }

  @Override
  public void close() throws InterruptedException {
    closed.countDown();
    if (thread.isAlive()) {
      thread.interrupt();
      thread.join(Duration.ofSeconds(5));
    }
  }

  private void run() {
    try {
      if (!feed.awaitPosition(WAIT_FOR_FEED)) {
        LOG.warn(
            "The feed of rank changes is not there; boards come from the table alone until it is");
      }
      Duration next = Duration.ZERO;
      while (!closed.await(next.toMillis(), TimeUnit.MILLISECONDS)) {
        next = load();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration load() throws InterruptedException {
    forget();
    try {
      int beginnings = feed.progress().beginnings();
      if (!cache.isLoaded() || loadedFor != beginnings) {
        List<Top> tops = tables.tops(live);
        cache.load(tops);
        loadedFor = beginnings;
        LOG.info("{} boards are loaded", tops.size());
        if (!rehearsal.isOver()) {
          rehearsal.run(tops);
        }
      }
      List<BoardKey> gaps = cache.boardsWithGap();
      if (!gaps.isEmpty()) {
        cache.load(tables.tops(gaps));
      }
      return LOOK_EVERY;
    } catch (DatabaseUnavailableException | IllegalStateException e) {
      LOG.warn("The boards cannot be loaded now: {}", e.getMessage());
      return RETRY_EVERY;
    }
  }

  /** Every period ends with a day, so nothing is to be forgotten before the next one does. */
  private void forget() {
    LocalDate today = live.since(Period.DAILY);
    if (today.isAfter(forgottenBefore)) {
      cache.forgetPast();
      forgottenBefore = today;
    }
  }
}
