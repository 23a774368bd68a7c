package dev.laurel.pipeline.proof;

/** A player in one game, as the row of the table {@code player_scores} has to be. */
public record GameTotals(
    Score score,
    long actions,
    long unlocks,
    long distinctUnlocks,
    long playtimeSeconds,
    long firstSeen,
    long lastSeen) {}
