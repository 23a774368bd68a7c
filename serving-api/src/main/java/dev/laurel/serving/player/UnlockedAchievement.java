package dev.laurel.serving.player;

import dev.laurel.serving.catalog.Percent;
import dev.laurel.serving.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * An achievement that a player has, as answered.
 *
 * @param gameName the gameId where the catalog does not name it
 * @param name the achievementId where the catalog does not name it
 * @param points of its unlocks together
 * @param unlockedAt when it was unlocked first
 * @param lastUnlockedAt when it was unlocked last; another time only of a repeatable one
 * @param unlocks how often, 1 where it cannot be repeated
 * @param rarity players who have it in percent of the players ever seen in the game, 0 to 100
 */
record UnlockedAchievement(
    String gameId,
    String gameName,
    String achievementId,
    String name,
    Optional<String> description,
    Optional<String> category,
    Optional<String> imageUrl,
    long points,
    Instant unlockedAt,
    Instant lastUnlockedAt,
    long unlocks,
    double rarity) {

  static UnlockedAchievement read(ResultSet row) throws SQLException {
    return new UnlockedAchievement(
        row.getString("game_id"),
        row.getString("game_name"),
        row.getString("achievement_id"),
        row.getString("name"),
        Columns.text(row, "description"),
        Columns.text(row, "category"),
        Columns.text(row, "image_url"),
        row.getLong("points"),
        Columns.instant(row, "unlocked_at").orElseThrow(),
        Columns.instant(row, "last_unlocked_at").orElseThrow(),
        row.getLong("unlocks"),
        Percent.of(row.getLong("first_unlocks"), row.getLong("players")));
  }
}
