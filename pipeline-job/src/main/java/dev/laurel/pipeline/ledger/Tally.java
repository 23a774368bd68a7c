package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.board.Place;
import java.time.Instant;

/**
 * The sum of a player's accepted unlocks and actions somewhere. Every order of the same events
 * gives the same sum, and the sum of two disjoint ones is their {@link #plus(Tally)}.
 *
 * @param events how many
 * @param score sum of their points; may fall, and be below 0
 * @param newestScoring greatest event time among those whose points are not 0, in milliseconds
 *     since 1970; {@code Long.MIN_VALUE} if there is none
 * @param oldest least event time, likewise; {@code Long.MAX_VALUE} if there is none
 */
record Tally(long events, long score, long newestScoring, long oldest) {
  static final Tally NONE = new Tally(0, 0, Long.MIN_VALUE, Long.MAX_VALUE);

  /** The sum with one more event. */
  Tally plus(long points, long occurredAt) {
    return new Tally(
        events + 1,
        Math.addExact(score, points),
        points == 0 ? newestScoring : Math.max(newestScoring, occurredAt),
        Math.min(oldest, occurredAt));
  }

  /** The sum of both. */
  Tally plus(Tally other) {
    return new Tally(
        events + other.events,
        Math.addExact(score, other.score),
        Math.max(newestScoring, other.newestScoring),
        Math.min(oldest, other.oldest));
  }

  boolean isEmpty() {
    return events == 0;
  }

  /**
   * When the score was reached: decides between equal scores. Only for a tally that is not empty.
   */
  Instant reachedAt() {
    return Instant.ofEpochMilli(reachedAtMillis());
  }

  /** Where it puts its player on a board; null if it is empty. */
  Place place() {
    return events == 0 ? null : new Place(score, reachedAtMillis());
  }

  private long reachedAtMillis() {
    return newestScoring == Long.MIN_VALUE ? oldest : newestScoring;
  }
}
