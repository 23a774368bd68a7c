package dev.laurel.pipeline.ledger;

import java.time.Instant;

/**
 * A player's score and totals in a game: a row of the table {@code player_scores}. A wire type.
 *
 * @param gameId the game; {@code _none} for actions without one
 * @param region of the player's newest profile; null until one gives a region
 * @param reachedAt null while the player only has playtime there
 * @param totalUnlocks repeats of repeatable achievements included
 * @param firstSeenAt least event time of an accepted unlock, action or playtime
 * @param lastSeenAt greatest one
 * @param version rises with every change of the player
 */
public record GameScore(
    String playerId,
    String gameId,
    String region,
    long score,
    Instant reachedAt,
    long totalActions,
    long totalUnlocks,
    long distinctUnlocks,
    long playtimeSeconds,
    Instant firstSeenAt,
    Instant lastSeenAt,
    boolean excluded,
    long version) {

  static GameScore of(Book book, ScopeBook game) {
    Tally scored = game.scored();
    return new GameScore(
        book.playerId(),
        game.id(),
        book.profile.region(),
        scored.score(),
        scored.isEmpty() ? null : scored.reachedAt(),
        game.actions,
        game.unlockEvents(),
        game.distinctUnlocks,
        game.playtimeSeconds,
        Instant.ofEpochMilli(game.firstSeen()),
        Instant.ofEpochMilli(game.lastSeen()),
        book.excluded(),
        book.changes);
  }
}
