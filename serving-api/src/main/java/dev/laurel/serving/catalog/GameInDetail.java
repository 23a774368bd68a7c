package dev.laurel.serving.catalog;

import java.util.Optional;

/**
 * A game as defined now, with what its statistics are divided by.
 *
 * @param active false: its events are refused, its boards stay
 * @param activeAchievements achievements that can be unlocked now: 100 percent of completion
 * @param players players ever seen in the game, excluded ones too: 100 percent of rarity
 */
public record GameInDetail(
    String gameId,
    String name,
    Optional<String> imageUrl,
    boolean active,
    long activeAchievements,
    long players) {}
