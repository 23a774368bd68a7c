package dev.laurel.serving.live;

/** What a client may say. */
sealed interface ClientMessage {

  /**
   * Wants the first {@code limit} entries of the all-time board of everyone in a game, or in all
   * games.
   */
  record Subscribe(String gameId, int limit) implements ClientMessage {}

  /** Wants that board no more. */
  record Unsubscribe(String gameId) implements ClientMessage {}

  /** Wants to know whether anyone is there. */
  record Ping() implements ClientMessage {}
}
