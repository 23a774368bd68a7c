package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.event.PlayerEvent;

/**
 * What the last moderator's verdict says of a player. A state type.
 *
 * @param excluded whether the player is taken off all boards
 * @param said when it was said
 */
public record Exclusion(boolean excluded, LastWord said) {
  static final Exclusion NONE = new Exclusion(false, LastWord.NONE);

  /** The verdict in the event, if it is the last word. */
  Exclusion told(PlayerEvent event) {
    return said.yieldsTo(event) ? new Exclusion(event.excludes(), LastWord.of(event)) : this;
  }
}
