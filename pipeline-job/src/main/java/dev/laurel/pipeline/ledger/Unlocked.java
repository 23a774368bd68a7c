package dev.laurel.pipeline.ledger;

/**
 * What a player's unlocks of one achievement come to.
 *
 * @param times how many
 * @param points sum of their points
 * @param first least event time, in milliseconds since 1970; {@code Long.MAX_VALUE} if there is
 *     none
 * @param last greatest event time, likewise; {@code Long.MIN_VALUE} if there is none
 */
record Unlocked(long times, long points, long first, long last) {
  static final Unlocked NEVER = new Unlocked(0, 0, Long.MAX_VALUE, Long.MIN_VALUE);

  /** With one more. */
  Unlocked plus(long morePoints, long occurredAt) {
    return new Unlocked(
        times + 1,
        Math.addExact(points, morePoints),
        Math.min(first, occurredAt),
        Math.max(last, occurredAt));
  }
}
