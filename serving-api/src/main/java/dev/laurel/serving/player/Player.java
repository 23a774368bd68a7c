package dev.laurel.serving.player;

import dev.laurel.serving.board.Ranked;
import java.time.Instant;
import java.util.Optional;

/**
 * A player's profile and totals, as answered.
 *
 * @param userId the playerId
 * @param username the playerId until a profile names the player
 * @param score points over all games
 * @param rank on the board of all games; null while not on it
 * @param bestRank the least that was recorded, or the rank now if it is less; null while not on the
 *     board
 * @param totalActions accepted actions
 * @param averageScorePerAction points of those actions divided by their number; 0 when there are
 *     none
 * @param lastUpdated when the score was reached; null before the first unlock or action
 */
public record Player(
    String userId,
    String username,
    Optional<String> region,
    long score,
    Optional<Long> rank,
    Optional<Long> bestRank,
    RankChanges rankChange,
    long totalActions,
    double averageScorePerAction,
    Optional<Instant> lastUpdated,
    Instant firstSeenAt,
    Instant lastSeenAt) {

  /** The player as they stand on the board of all games. */
  Player at(Ranked ranked, RecordedRanks recorded) {
    return new Player(
        userId,
        username,
        region,
        ranked.entry().score(),
        Optional.of(ranked.rank()),
        Optional.of(Math.min(ranked.rank(), recorded.best().orElse(Long.MAX_VALUE))),
        recorded.changesTo(ranked.rank()),
        totalActions,
        averageScorePerAction,
        Optional.of(ranked.entry().reachedAt()),
        firstSeenAt,
        lastSeenAt);
  }
}
