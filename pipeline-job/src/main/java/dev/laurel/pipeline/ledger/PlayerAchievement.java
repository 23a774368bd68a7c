package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.event.PlayerEvent;
import java.time.Instant;

/**
 * What a player's unlocks of one achievement come to: a row of the table {@code
 * player_achievements}. A wire type.
 *
 * @param unlockedAt event time of the first one
 * @param lastUnlockedAt event time of the latest one
 * @param unlocks how many; also the version of the row
 * @param points sum of theirs
 */
public record PlayerAchievement(
    String playerId,
    String gameId,
    String achievementId,
    Instant unlockedAt,
    Instant lastUnlockedAt,
    long unlocks,
    long points) {

  static PlayerAchievement of(Book book, PlayerEvent event, Unlocked unlocked) {
    return new PlayerAchievement(
        book.playerId(),
        event.gameId(),
        event.achievementId(),
        Instant.ofEpochMilli(unlocked.first()),
        Instant.ofEpochMilli(unlocked.last()),
        unlocked.times(),
        unlocked.points());
  }
}
