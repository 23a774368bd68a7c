package dev.laurel.pipeline.proof;

import java.util.Optional;

/** A player in one game, as the row of the table {@code player_scores} has to be. */
public record GameTotals(
    Optional<String> region,
    Score score,
    long actions,
    long unlocks,
    long distinctUnlocks,
    long playtimeSeconds,
    long firstSeen,
    long lastSeen) {}
