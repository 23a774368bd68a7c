package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.event.EventType;
import dev.laurel.pipeline.event.PlayerEvent;
import java.time.Instant;

/**
 * What a player did over all games. A state type.
 *
 * @param scored unlocks and actions, those without a game too
 * @param actions accepted actions, a count
 * @param actionPoints their points
 * @param firstSeen least event time of an accepted event; null if there is none
 * @param lastSeen greatest event time of an accepted event; null if there is none
 */
public record Activity(
    Tally scored, long actions, long actionPoints, Instant firstSeen, Instant lastSeen) {
  static final Activity NONE = new Activity(Tally.NONE, 0, 0, null, null);

  /** With an unlock, an action or a playtime that counts. */
  Activity booked(PlayerEvent event, long points) {
    boolean action = event.type() == EventType.ACTION;
    return new Activity(
            event.scores() ? scored.plus(points, event.occurredAt()) : scored,
            actions + (action ? 1 : 0),
            actionPoints + (action ? points : 0),
            firstSeen,
            lastSeen)
        .seen(event);
  }

  /** With an event that only tells that there is such a player. */
  Activity seen(PlayerEvent event) {
    return new Activity(
        scored,
        actions,
        actionPoints,
        Times.earlier(firstSeen, event.occurredAt()),
        Times.later(lastSeen, event.occurredAt()));
  }
}
