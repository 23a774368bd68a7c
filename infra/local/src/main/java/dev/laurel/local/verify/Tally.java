package dev.laurel.local.verify;

import java.util.OptionalLong;

/** What a player did in a stretch of days, one or more. Times are in milliseconds since 1970. */
final class Tally {
  private static final long NEVER_MAX = Long.MAX_VALUE;
  private static final long NEVER_MIN = Long.MIN_VALUE;

  /** The first day of the stretch, counted from 1970-01-01. */
  final long day;

  long unlocks;
  long distinct;
  long actions;
  long points;
  long seconds;
  private long firstSeen = NEVER_MAX;
  private long lastSeen = NEVER_MIN;
  private long firstScored = NEVER_MAX;
  private long lastScoring = NEVER_MIN;

  Tally(long day) {
    this.day = day;
  }

  /** Books what happened. */
  void book(Happening what, long worth) {
    long at = what.occurredAt();
    firstSeen = Math.min(firstSeen, at);
    lastSeen = Math.max(lastSeen, at);
    points += worth;
    switch (what.kind()) {
      case UNLOCK -> unlocks++;
      case ACTION -> actions++;
      default -> seconds += Long.parseLong(what.sure("seconds"));
    }
    if (what.scores()) {
      firstScored = Math.min(firstScored, at);
      lastScoring = worth == 0 ? lastScoring : Math.max(lastScoring, at);
    }
  }

  /** Adds what was done in another stretch. */
  Tally add(Tally other) {
    unlocks += other.unlocks;
    distinct += other.distinct;
    actions += other.actions;
    points += other.points;
    seconds += other.seconds;
    firstSeen = Math.min(firstSeen, other.firstSeen);
    lastSeen = Math.max(lastSeen, other.lastSeen);
    firstScored = Math.min(firstScored, other.firstScored);
    lastScoring = Math.max(lastScoring, other.lastScoring);
    return this;
  }

  OptionalLong firstSeen() {
    return unless(NEVER_MAX, firstSeen);
  }

  OptionalLong lastSeen() {
    return unless(NEVER_MIN, lastSeen);
  }

  OptionalLong firstScored() {
    return unless(NEVER_MAX, firstScored);
  }

  OptionalLong lastScoring() {
    return unless(NEVER_MIN, lastScoring);
  }

  /** When the score was reached: empty if nothing was scored, and the player is on no board. */
  OptionalLong reachedAt() {
    return lastScoring == NEVER_MIN ? firstScored() : lastScoring();
  }

  private static OptionalLong unless(long never, long time) {
    return time == never ? OptionalLong.empty() : OptionalLong.of(time);
  }
}
