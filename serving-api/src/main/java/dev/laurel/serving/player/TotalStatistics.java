package dev.laurel.serving.player;

import dev.laurel.serving.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * What a player ever did, as answered: in one game, or over all of them.
 *
 * @param unlocks accepted unlocks, repeats of repeatable achievements included
 * @param distinctUnlocks achievements unlocked, each counted once
 * @param points the score
 * @param completion percent of the game's active achievements that are unlocked, 0 to 100; over all
 *     games the mean of those the player has an accepted event in
 * @param firstSeenAt least event time of an unlock, action or playtime; null if there is none
 */
record TotalStatistics(
    long unlocks,
    long distinctUnlocks,
    long actions,
    long points,
    long playtimeSeconds,
    double completion,
    Optional<Instant> firstSeenAt,
    Optional<Instant> lastSeenAt) {

  static TotalStatistics read(ResultSet row) throws SQLException {
    return new TotalStatistics(
        row.getLong("all_unlocks"),
        row.getLong("all_distinct_unlocks"),
        row.getLong("all_actions"),
        row.getLong("all_points"),
        row.getLong("all_playtime_seconds"),
        row.getDouble("completion"),
        Columns.instant(row, "ever_first_seen_at"),
        Columns.instant(row, "ever_last_seen_at"));
  }
}
