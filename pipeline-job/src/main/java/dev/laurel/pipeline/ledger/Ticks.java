package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.event.PlayerEvent;
import java.time.Duration;

/**
 * At which ticks what changed is told: at each, and at every twentieth while the log that is read
 * lies behind the clock. Then nothing that is told is news, most of it is overtaken soon, and what
 * is told less often helps to catch up.
 */
final class Ticks {
  /** How old in log time the newest event is where the log lies behind. */
  static final long BEHIND_MILLIS = Duration.ofSeconds(10).toMillis();

  static final int PASSED_WHILE_BEHIND = 19;

  private static final long NOTHING = Long.MIN_VALUE;

  private long newestLoggedAt = NOTHING;
  private int passed;

  /** Takes note of an event that was read. */
  void note(PlayerEvent event) {
    newestLoggedAt = Math.max(newestLoggedAt, event.loggedAt().toEpochMilli());
  }

  /** Whether the tick at that time is one at which to tell, by what was read since the last one. */
  boolean tellsAt(long now) {
    boolean isBehind = newestLoggedAt != NOTHING && newestLoggedAt < now - BEHIND_MILLIS;
    if (isBehind && passed < PASSED_WHILE_BEHIND) {
      passed++;
      return false;
    }
    newestLoggedAt = NOTHING;
    passed = 0;
    return true;
  }
}
