package dev.laurel.bench.contender;

import java.time.Duration;

/**
 * How far a run is, by samples of how many records all operators together have taken and given. A
 * job at rest still moves a little (the catalog tells the time twice a second), so rest is when a
 * window moves less than {@link #STILL} records.
 */
final class Samples {

  private static final long STILL = 100;
  private static final Duration WINDOW = Duration.ofSeconds(2);

  private boolean begun;
  private long startedAt;
  private long restSince;
  private long movedAtRest;

  /**
   * Takes a sample.
   *
   * @param now nanoseconds
   * @param read records that the sources of events have given
   * @param moved records that all operators have taken and given
   */
  void take(long now, long read, long moved) {
    if (read > 0 && !begun) {
      begun = true;
      startedAt = now;
    }
    if (moved - movedAtRest >= STILL) {
      movedAtRest = moved;
      restSince = now;
    }
  }

  /** Whether nothing to speak of has moved for a while, after something has. */
  boolean isAtRest(long now) {
    return movedAtRest > 0 && now - restSince >= WINDOW.toNanos();
  }

  /** Seconds since the last movement. */
  double restSeconds(long now) {
    return (now - restSince) / 1e9;
  }

  /** Seconds from the first record to the last movement. */
  double seconds() {
    return begun ? (restSince - startedAt) / 1e9 : 0;
  }
}
