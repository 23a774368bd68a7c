package dev.laurel.serving.catalog;

import java.util.Optional;

/**
 * An achievement as defined now, and how rare it is.
 *
 * @param points what an unlock is worth; null where the event carries them
 * @param minPoints least points an event may carry; null where points are fixed
 * @param maxPoints most points an event may carry; null where points are fixed
 * @param repeatable true: every unlock counts, not only the first
 * @param active false, as for all achievements of a game that is not active: its unlocks are
 *     refused
 * @param unlocks accepted unlocks, repeats of a repeatable one included
 * @param players players who have it
 * @param rarity those players in percent of the players ever seen in the game, 0 to 100
 */
public record Achievement(
    String achievementId,
    String name,
    Optional<String> description,
    Optional<String> category,
    Optional<String> imageUrl,
    Optional<Long> points,
    Optional<Long> minPoints,
    Optional<Long> maxPoints,
    boolean repeatable,
    boolean active,
    long unlocks,
    long players,
    double rarity) {}
