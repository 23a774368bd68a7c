package dev.laurel.local.verify;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A table that is compared: its key and the columns that the log decides. Versions, revisions and
 * the clocks of job and database are left out.
 */
enum Table {
  PLAYERS(
      "player_id",
      "username region score reached_at total_actions action_points total_unlocks distinct_unlocks"
          + " playtime_seconds first_seen_at last_seen_at first_active_at last_active_at"
          + " is_excluded"),
  PLAYER_SCORES(
      "player_id game_id",
      "region score reached_at total_actions total_unlocks distinct_unlocks playtime_seconds"
          + " first_seen_at last_seen_at is_excluded"),
  PLAYER_REGIONS("player_id day", "region"),
  SCORE_EVENTS(
      "player_id occurred_at log_partition log_offset",
      "logged_at type event_id game_id achievement_id action_type request_id action_id points"
          + " metadata ip_address user_agent"),
  PLAYER_ACHIEVEMENTS(
      "player_id game_id achievement_id", "unlocked_at last_unlocked_at unlocks points"),
  PLAYER_DAILY_STATS("player_id game_id day", Columns.OF_A_PLAYER),
  PLAYER_MONTHLY_STATS("player_id game_id month", Columns.OF_A_PLAYER),
  GAME_DAILY_STATS("game_id day", Columns.OF_A_DAY),
  GAME_MONTHLY_STATS("game_id month", Columns.OF_A_MONTH),
  PLATFORM_DAILY_STATS("day", Columns.OF_A_DAY),
  PLATFORM_MONTHLY_STATS("month", Columns.OF_A_MONTH),
  ACHIEVEMENT_STATS("game_id achievement_id period period_start", "unlocks first_unlocks"),
  LOG_DAILY_COUNTS("day", "received accepted repeated dead waiting"),
  LEADERBOARD_TOPS("scope game_id region period period_start", "total entries"),
  LEADERBOARD_FINALS("scope game_id region period period_start", "total entries"),
  CATALOG_HISTORY(
      "log_offset",
      "published_at kind game_id achievement_id action_type in_force_from definition");

  private static final class Columns {
    static final String OF_A_PLAYER =
        "unlocks distinct_unlocks actions points playtime_seconds first_seen_at last_seen_at"
            + " first_scored_at last_scoring_at";
    static final String OF_A_MONTH =
        "active_players new_players unlocks distinct_unlocks actions points playtime_seconds";
    static final String OF_A_DAY = OF_A_MONTH + " players_new_to_week players_new_to_month";
  }

  private final String key;
  private final String columns;

  Table(String key, String columns) {
    this.key = key;
    this.columns = columns;
  }

  /** Its name in the schema laurel. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  List<String> key() {
    return List.of(key.split(" "));
  }

  /** The compared columns behind the key. */
  List<String> columns() {
    return List.of(columns.split(" "));
  }

  /** The day by which a row is let go, as an SQL expression; null where it is kept for ever. */
  String dayInSql() {
    return switch (this) {
      case SCORE_EVENTS -> "(occurred_at at time zone 'UTC')::date";
      case PLAYER_DAILY_STATS, GAME_DAILY_STATS, PLATFORM_DAILY_STATS -> "day";
      case ACHIEVEMENT_STATS -> "case when period = 'daily' then period_start end";
      case LEADERBOARD_FINALS -> "case when period in ('daily', 'weekly') then period_start end";
      default -> "null::date";
    };
  }

  /** The same day of a row with that key; empty where it is kept for ever. */
  Optional<LocalDate> day(Key row) {
    List<Comparable<?>> parts = row.parts();
    Comparable<?> last = parts.get(parts.size() - 1);
    return switch (this) {
      case SCORE_EVENTS -> Optional.of(LocalDate.ofInstant((Instant) parts.get(1), ZoneOffset.UTC));
      case PLAYER_DAILY_STATS, GAME_DAILY_STATS, PLATFORM_DAILY_STATS ->
          Optional.of((LocalDate) last);
      case ACHIEVEMENT_STATS ->
          parts.get(2).equals("daily") ? Optional.of((LocalDate) last) : Optional.empty();
      case LEADERBOARD_FINALS ->
          List.of("daily", "weekly").contains(parts.get(3))
              ? Optional.of((LocalDate) last)
              : Optional.empty();
      default -> Optional.empty();
    };
  }
}
