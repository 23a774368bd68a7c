package dev.laurel.pipeline.ledger;

import java.time.Instant;

/**
 * The sum of a player's accepted unlocks and actions somewhere. A state type.
 *
 * @param events how many
 * @param score sum of their points; may fall, and be below 0
 * @param newestScoring greatest event time among those whose points are not 0; null if there is
 *     none
 * @param oldest least event time; null if there is none
 */
public record Tally(long events, long score, Instant newestScoring, Instant oldest) {
  static final Tally NONE = new Tally(0, 0, null, null);

  /** The sum with one more event. Every order of the same events gives the same sum. */
  Tally plus(long points, Instant occurredAt) {
    return new Tally(
        events + 1,
        Math.addExact(score, points),
        points == 0 ? newestScoring : Times.later(newestScoring, occurredAt),
        Times.earlier(oldest, occurredAt));
  }

  boolean isEmpty() {
    return events == 0;
  }

  /**
   * When the score was reached: decides between equal scores. Only for a tally that is not empty.
   */
  Instant reachedAt() {
    return newestScoring == null ? oldest : newestScoring;
  }
}
