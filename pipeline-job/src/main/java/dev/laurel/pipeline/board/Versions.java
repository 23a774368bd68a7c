package dev.laurel.pipeline.board;

import java.time.Instant;

/**
 * Versions of boards: the microseconds of this machine's clock, or one more than the last where the
 * clock is behind. They are below 2^53 and rise across restarts, also from an older checkpoint, as
 * long as the clocks of the machines that run a task agree to within the time a restart takes.
 */
final class Versions {
  private Versions() {}

  static long next(long last, Instant now) {
    return Math.max(last + 1, now.toEpochMilli() * 1_000);
  }
}
