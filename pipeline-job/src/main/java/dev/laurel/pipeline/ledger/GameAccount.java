package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.event.EventType;
import dev.laurel.pipeline.event.PlayerEvent;

/**
 * What a player did in one game, or in actions without a game. A state type.
 *
 * @param scored unlocks and actions
 * @param actions accepted actions, a count
 * @param playtimeSeconds seconds played
 */
public record GameAccount(Tally scored, long actions, long playtimeSeconds) {
  static final GameAccount NEW = new GameAccount(Tally.NONE, 0, 0);

  GameAccount booked(PlayerEvent event, long points) {
    return new GameAccount(
        event.scores() ? scored.plus(points, event.occurredAt()) : scored,
        actions + (event.type() == EventType.ACTION ? 1 : 0),
        playtimeSeconds + event.seconds());
  }

  long unlocks() {
    return scored.events() - actions;
  }
}
