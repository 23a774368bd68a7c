package dev.laurel.serving.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** How far the feed of rank changes is. Written by the feed alone, read by everyone. */
public final class FeedProgress {

  private static final Duration CONNECTED_FOR = Duration.ofSeconds(10);

  private final Clock clock;
  private final AtomicInteger beginnings = new AtomicInteger();
  private final LongAdder unreadable = new LongAdder();
  private volatile Instant lastWord = Instant.EPOCH;
  private volatile Instant lastPublished = Instant.EPOCH;
  private volatile long lag;

  FeedProgress(Clock clock) {
    this.clock = clock;
  }

  /** How often it began to read: after each time the tables must be loaded anew. */
  public int beginnings() {
    return beginnings.get();
  }

  /** Whether the broker answered within the last 10 s. */
  public boolean isConnected() {
    return lastWord.plus(CONNECTED_FOR).isAfter(clock.instant());
  }

  /** Records of the topic that were not read yet when the broker last answered. */
  public long lag() {
    return lag;
  }

  /** Records that were not what the contract says; they are passed over. */
  public long unreadable() {
    return unreadable.sum();
  }

  /**
   * Seconds since the newest change read was published, by the clocks of job and service; 0 before
   * the first.
   */
  public double ageSeconds() {
    return lastPublished.equals(Instant.EPOCH)
        ? 0
        : Duration.between(lastPublished, clock.instant()).toMillis() / 1000.0;
  }

  void begins() {
    beginnings.incrementAndGet();
  }

  void hears(long newLag) {
    lag = newLag;
    lastWord = clock.instant();
  }

  void took(RankChange change) {
    lastPublished = change.publishedAt();
  }

  void passedOver() {
    unreadable.increment();
  }
}
