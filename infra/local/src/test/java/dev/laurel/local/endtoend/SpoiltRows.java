package dev.laurel.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One wrong value in every table that a {@link GeneratedLog} fills, and one row too many. */
final class SpoiltRows {
  /** What spoils a row of each table. */
  private static final Map<String, String> CHANGES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("players", "playtime_seconds = playtime_seconds + 1"),
              Map.entry("player_scores", "score = score + 1"),
              Map.entry("player_regions", "region = 'ZZ'"),
              Map.entry("score_events", "points = points + 1"),
              Map.entry("player_achievements", "points = points + 1"),
              Map.entry(
                  "player_daily_stats", "points = points + 1, last_scoring_at = last_seen_at"),
              Map.entry("player_monthly_stats", "playtime_seconds = playtime_seconds + 1"),
              Map.entry("game_daily_stats", "actions = actions + 1"),
              Map.entry("game_monthly_stats", "actions = actions + 1"),
              Map.entry("platform_daily_stats", "playtime_seconds = playtime_seconds + 1"),
              Map.entry("platform_monthly_stats", "playtime_seconds = playtime_seconds + 1"),
              Map.entry("achievement_stats", "unlocks = unlocks + 1"),
              Map.entry("log_daily_counts", "accepted = accepted + 1"),
              Map.entry("leaderboard_tops", "total = total + 1"),
              Map.entry("leaderboard_finals", "total = total + 1"),
              Map.entry("catalog_history", "in_force_from = in_force_from + interval '1 day'")));

  private SpoiltRows() {}

  /** The tables that are spoilt. */
  static Set<String> tables() {
    return CHANGES.keySet();
  }

  /** Writes them: player {@code zz} in game {@code alpha} is the one too many. */
  static void write(Database database) throws SQLException {
    List<String> statements = new ArrayList<>();
    CHANGES.forEach((table, change) -> statements.add(update(table, change)));
    statements.add(
        "insert into laurel.player_scores (player_id, game_id, score, reached_at, total_actions,"
            + " total_unlocks, version) values ('zz', 'alpha', 1, now(), 1, 0, 1)");
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      for (String each : statements) {
        assertThat(statement.executeUpdate(each)).as(each).isEqualTo(1);
      }
    }
  }

  private static String update(String table, String change) {
    return "update laurel.%1$s set %2$s where (tableoid, ctid) = (select tableoid, ctid from laurel.%1$s where %3$s limit 1)"
        .formatted(table, change, which(table));
  }

  /** A row that is held to the log: of boards one that is compared, of days one that is kept. */
  private static String which(String table) {
    return switch (table) {
      case "leaderboard_tops" -> "period = 'all-time' and scope = 'global' and region = '*'";
      case "leaderboard_finals" ->
          "period = 'monthly' and scope = 'global' and region = '*' and period_start ="
              + " '2026-10-01' and version = (select max(version) from"
              + " laurel.leaderboard_finals where period = 'monthly' and scope = 'global' and"
              + " region = '*' and period_start = '2026-10-01')";
      case "player_daily_stats" -> "points <> 0";
      case "score_events" -> "occurred_at >= '2026-10-01Z'";
      default -> "true";
    };
  }
}
