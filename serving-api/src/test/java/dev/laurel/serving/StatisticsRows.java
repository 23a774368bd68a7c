package dev.laurel.serving;

/** Rows of statistics as the job writes them. */
final class StatisticsRows {

  private static int offset = 1_000_000;

  private StatisticsRows() {}

  /** An achievement of the catalog worth 10 points; {@code more} are further fields, or nothing. */
  static synchronized String achievement(String gameId, String achievementId, String more) {
    offset++;
    return """
        insert into laurel.catalog_history
          (log_offset, published_at, kind, game_id, achievement_id, in_force_from, definition)
        values (%1$d, now(), 'achievement', '%2$s', '%3$s', '1970-01-01Z',
          '{"kind":"achievement","gameId":"%2$s","achievementId":"%3$s","name":"The %3$s","points":10%4$s}')
        """
        .formatted(offset, gameId, achievementId, more);
  }

  /** A player with these totals over all games; the job keeps them equal to the sums. */
  static String player(String playerId, int unlocks, int actions, int points, int seconds) {
    String reachedAt = unlocks + actions == 0 ? "null" : "timestamptz '2024-02-29T10:00Z'";
    return """
        insert into laurel.players
          (player_id, score, reached_at, total_actions, total_unlocks, distinct_unlocks, playtime_seconds, first_seen_at,
           last_seen_at, first_active_at, last_active_at, version)
        values ('%s', %d, %s, %d, %d, %d, %d, '2024-01-31T23:00Z', '2024-03-01T01:00Z', '2024-01-31T23:00Z',
          '2024-03-01T01:00Z', 1)
        """
        .formatted(playerId, points, reachedAt, actions, unlocks, unlocks, seconds);
  }

  /** A player's totals in a game. */
  static String game(
      String playerId, String gameId, int unlocks, int actions, int points, int seconds) {
    String reachedAt = unlocks + actions == 0 ? "null" : "timestamptz '2024-02-29T10:00Z'";
    return """
        insert into laurel.player_scores
          (player_id, game_id, score, reached_at, total_actions, total_unlocks, distinct_unlocks, playtime_seconds,
           first_seen_at, last_seen_at, version)
        values ('%s', '%s', %d, %s, %d, %d, %d, %d, '2024-02-29T10:00Z', '2024-02-29T11:00Z', 1)
        """
        .formatted(playerId, gameId, points, reachedAt, actions, unlocks, unlocks, seconds);
  }

  /** What a player did in a game in a day: from ten to eleven in the morning. */
  static String day(
      String playerId,
      String gameId,
      String day,
      int unlocks,
      int actions,
      int points,
      int seconds) {
    return period("daily", "day", playerId, gameId, day, unlocks, actions, points, seconds);
  }

  /** What a player did in a game in a month: from ten to eleven in the morning of its first day. */
  static String month(
      String playerId,
      String gameId,
      String month,
      int unlocks,
      int actions,
      int points,
      int seconds) {
    return period("monthly", "month", playerId, gameId, month, unlocks, actions, points, seconds);
  }

  /** An achievement that a player has. */
  static String unlock(
      String playerId, String gameId, String achievementId, String unlockedAt, int points) {
    return """
        insert into laurel.player_achievements
          (player_id, game_id, achievement_id, unlocked_at, last_unlocked_at, unlocks, points)
        values ('%1$s', '%2$s', '%3$s', '%4$s', '%4$s', 1, %5$d)
        """
        .formatted(playerId, gameId, achievementId, unlockedAt, points);
  }

  /** How many players have an achievement. */
  static String rarity(String gameId, String achievementId, int unlocks, int players) {
    return """
        insert into laurel.achievement_stats
          (game_id, achievement_id, period, period_start, unlocks, first_unlocks, version)
        values ('%1$s', '%2$s', 'all-time', '1970-01-01', %3$d, %4$d, 1),
          ('%1$s', '%2$s', 'daily', '2024-02-29', %3$d, %4$d, 1)
        """
        .formatted(gameId, achievementId, unlocks, players);
  }

  /** How many players a game saw for the first time in a month. */
  static String newPlayers(String gameId, String month, int players) {
    return """
        insert into laurel.game_monthly_stats
          (game_id, month, active_players, new_players, unlocks, distinct_unlocks, actions, points, playtime_seconds, version)
        values ('%1$s', '%2$s', %3$d, %3$d, 0, 0, 1, 0, 0, 1)
        """
        .formatted(gameId, month, players);
  }

  /** The partitions of everything that is partitioned, for the time around a day. */
  static String[] partitions(String day) {
    return new String[] {
      "select laurel.prepare_partition('player_daily_stats', date '%s')".formatted(day),
      "select laurel.prepare_partition('player_monthly_stats', date '%s')".formatted(day),
      "select laurel.prepare_partition('score_events', date '%s')".formatted(day)
    };
  }

  /** That the tables of statistics are complete up to a moment. */
  static String completeUpTo(String moment) {
    return """
        insert into laurel.pipeline_progress (table_name, task, tasks, event_time)
        values ('player_daily_stats', 0, 1, '%s')
        on conflict (table_name, task) do update set event_time = excluded.event_time
        """
        .formatted(moment);
  }

  private static String period(
      String kind,
      String column,
      String playerId,
      String gameId,
      String start,
      int unlocks,
      int actions,
      int points,
      int seconds) {
    String scored = unlocks + actions == 0 ? "null" : "timestamptz '" + start + "T10:00Z'";
    return """
        insert into laurel.player_%1$s_stats
          (player_id, game_id, %2$s, unlocks, distinct_unlocks, actions, points, playtime_seconds, first_seen_at, last_seen_at,
           first_scored_at, last_scoring_at, version)
        values ('%3$s', '%4$s', '%5$s', %6$d, %6$d, %7$d, %8$d, %9$d, '%5$sT10:00Z', '%5$sT11:00Z', %10$s, %10$s, 1)
        """
        .formatted(
            kind, column, playerId, gameId, start, unlocks, actions, points, seconds, scored);
  }
}
