package dev.laurel.serving.player;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A player at a glance, as answered.
 *
 * @param gamesOwned games in which the player has an accepted unlock, action or playtime
 * @param totalAchievements achievements unlocked, each counted once
 * @param totalPlaytime hours played
 * @param averageCompletion mean over those games of the percentage of their active achievements
 *     that are unlocked, 0 to 100; a game without any counts as 0
 * @param recentAchievements the ten unlocked last, newest first
 * @param trend the days of the timeframe on which the player did something, newest first
 */
record Dashboard(
    long gamesOwned,
    long totalAchievements,
    double totalPlaytime,
    double averageCompletion,
    List<Unlock> recentAchievements,
    List<Day> trend) {

  /**
   * An achievement as it was first unlocked.
   *
   * @param gameName the gameId where the catalog does not name it
   * @param name the achievementId where the catalog does not name it
   * @param points of its unlocks together
   */
  record Unlock(
      String gameId,
      String gameName,
      String achievementId,
      String name,
      long points,
      Instant unlockedAt) {}

  /** What the player did on a day, event time, UTC, over all games and actions without a game. */
  record Day(LocalDate day, long unlocks, long points, long actions, long playtimeSeconds) {}
}
