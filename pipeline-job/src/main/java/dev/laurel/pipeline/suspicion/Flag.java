package dev.laurel.pipeline.suspicion;

import java.time.Instant;

/**
 * That a player is suspect: a row of the table {@code player_flags} and a record of the topic
 * {@code anomalies}. It says what was measured and takes nothing away. A wire type.
 *
 * <p>The same suspicion has the same player, rule, game, start and address, however often it is
 * told; of two tellings the one that measured more is the later.
 *
 * @param gameId the game, {@code _none} for actions without a game and where the rule is about none
 * @param startedAt when the span that was measured began, event time
 * @param spanMillis how long it was
 * @param measured what was counted in it: points, unlocks or players
 * @param allowed the most that would not have been flagged
 * @param ipAddress the address that players share; empty for the other rules
 */
public record Flag(
    Rule rule,
    String playerId,
    String gameId,
    Instant startedAt,
    long spanMillis,
    long measured,
    long allowed,
    String ipAddress) {}
