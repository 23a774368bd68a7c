package dev.laurel.serving.player;

import java.time.Instant;
import java.util.Optional;

/**
 * A player's profile and totals, as answered.
 *
 * @param userId the playerId
 * @param username the playerId until a profile names the player
 * @param score points over all games
 * @param rank on the board of all games; null while not on it
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
    long totalActions,
    double averageScorePerAction,
    Optional<Instant> lastUpdated,
    Instant firstSeenAt,
    Instant lastSeenAt) {}
