package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.event.PlayerEvent;
import java.time.Duration;

/**
 * At which ticks what changed is told: at each, and at every twentieth while the log that is read
 * lies behind the clock; likewise statistics, every second or every fifth. Then nothing that is
 * told is news, most of it is overtaken soon, and what is told less often helps to catch up. For
 * the same reason it rests after telling, as many times as long as that took: at most a quarter of
 * the time is spent on it.
 */
final class Ticks {
  /** How old in log time the newest event is where the log lies behind. */
  static final long BEHIND_MILLIS = Duration.ofSeconds(10).toMillis();

  static final int PASSED_WHILE_BEHIND = 19;

  /** How many statements are passed over while the log lies behind. */
  static final int STATEMENTS_PASSED_WHILE_BEHIND = 4;

  private static final int REST = 3;

  private static final long NOTHING = Long.MIN_VALUE;

  private long newestLoggedAt = NOTHING;
  private boolean isBehind;
  private int passed;
  private int statementsPassed;
  private long restFrom;
  private long restUntil;

  /** Takes note of an event that was read. */
  void note(PlayerEvent event) {
    newestLoggedAt = Math.max(newestLoggedAt, event.loggedAt().toEpochMilli());
  }

  /** Takes note that telling went on from one time to another. */
  void told(long from, long to) {
    restFrom = to;
    restUntil = to + REST * (to - from);
  }

  /** Whether nothing is told at that time because telling took long; a clock may be put back. */
  boolean restsAt(long now) {
    return now >= restFrom && now < restUntil;
  }

  /** Whether the tick at that time is one at which to tell, by what was read since the last one. */
  boolean tellsAt(long now) {
    isBehind = newestLoggedAt != NOTHING && newestLoggedAt < now - BEHIND_MILLIS;
    if (isBehind && passed < PASSED_WHILE_BEHIND) {
      passed++;
      return false;
    }
    newestLoggedAt = NOTHING;
    passed = 0;
    return true;
  }

  /** Whether it is time to tell what is told by the second, too. */
  boolean states() {
    if (isBehind && statementsPassed < STATEMENTS_PASSED_WHILE_BEHIND) {
      statementsPassed++;
      return false;
    }
    statementsPassed = 0;
    return true;
  }
}
