package dev.laurel.pipeline.ledger;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * Event time when the whole log falls silent: after ten minutes it follows the clock, a minute
 * behind, so that what has ended closes although no event comes. All times are in milliseconds
 * since 1970.
 */
final class FollowClock {
  private static final long SILENT_BEFORE_IDLE = Duration.ofSeconds(30).toMillis();
  private static final long SILENT = Duration.ofMinutes(10).toMillis();
  private static final long BEHIND = Duration.ofMinutes(1).toMillis();

  private long idleSince = Long.MAX_VALUE;

  /** Takes note of whether all partitions are idle, which they are said to be after 30 s. */
  void notice(boolean idle, long now) {
    if (!idle) {
      idleSince = Long.MAX_VALUE;
    } else if (idleSince == Long.MAX_VALUE) {
      idleSince = now;
    }
  }

  /** The watermark that the clock gives; empty while events do. */
  OptionalLong watermark(long now) {
    boolean follows = idleSince != Long.MAX_VALUE && now - idleSince >= SILENT - SILENT_BEFORE_IDLE;
    return follows ? OptionalLong.of(now - BEHIND - 1) : OptionalLong.empty();
  }
}
