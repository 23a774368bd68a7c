package dev.laurel.pipeline.proof;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A player over all games, as the row of the table {@code players} has to be; times are in
 * milliseconds since 1970.
 */
public record Totals(
    Score score,
    long actions,
    long actionPoints,
    long unlocks,
    long distinctUnlocks,
    long playtimeSeconds,
    OptionalLong firstActive,
    OptionalLong lastActive,
    Optional<String> username,
    Optional<String> region,
    boolean excluded,
    long firstSeen,
    long lastSeen) {}
