package dev.laurel.pipeline.ledger;

import java.time.Instant;

/**
 * A player's score in a game: a row of the table {@code player_scores}. A wire type.
 *
 * @param gameId the game; {@code _none} for actions without one
 * @param version rises with every change of the player
 */
public record GameScore(
    String playerId,
    String gameId,
    long score,
    Instant reachedAt,
    long totalActions,
    long totalUnlocks,
    boolean excluded,
    long version) {

  static GameScore of(Book book, ScopeBook game) {
    Tally scored = game.scored();
    return new GameScore(
        book.playerId(),
        game.id(),
        scored.score(),
        scored.reachedAt(),
        game.actions,
        game.unlockEvents(),
        book.excluded(),
        book.changes);
  }
}
