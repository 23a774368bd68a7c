package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.event.PlayerEvent;

/**
 * What the last profile says of a player. A state type.
 *
 * @param username null until a profile names the player
 * @param region null until a profile gives one
 * @param said when it was said
 */
public record Profile(String username, String region, LastWord said) {
  static final Profile NONE = new Profile(null, null, LastWord.NONE);

  /** The profile in the event, if it is the last word. */
  Profile told(PlayerEvent event) {
    return said.yieldsTo(event)
        ? new Profile(event.username(), event.region(), LastWord.of(event))
        : this;
  }
}
