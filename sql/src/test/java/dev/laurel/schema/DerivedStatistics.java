package dev.laurel.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What the job would have written beside given rows of {@code players}, {@code player_daily_stats}
 * and {@code player_achievements}: months, games, the platform, achievements, weekly boards and
 * progress up to 2026-03-20 at noon. The plainest SQL that says what each figure means.
 */
final class DerivedStatistics {
  private DerivedStatistics() {}

  static void fill(Connection owner) throws SQLException {
    for (var statement :
        List.of(MONTHS, SCORES, TOTALS, GAME_DAYS, GAME_MONTHS, PLATFORM_DAYS, PLATFORM_MONTHS)) {
      Sql.run(owner, statement);
    }
    Sql.run(owner, ACHIEVEMENTS);
    Sql.run(owner, WEEKLY_BOARDS);
    Sql.run(owner, PROGRESS);
  }

  private static final String SUMS =
      """
      sum(unlocks) as unlocks, sum(distinct_unlocks) as distinct_unlocks, sum(actions) as actions,
      sum(points) as points, sum(playtime_seconds) as playtime_seconds""";
  private static final String CLOCKS =
      """
      min(first_seen_at), max(last_seen_at), min(first_scored_at), max(last_scoring_at)""";

  private static final String MONTHS =
      """
      insert into laurel.player_monthly_stats
        (player_id, game_id, month, unlocks, distinct_unlocks, actions, points, playtime_seconds, first_seen_at,
         last_seen_at, first_scored_at, last_scoring_at, version, updated_at)
      select player_id, game_id, date_trunc('month', day::timestamp)::date as month, %s, %s, 1, max(updated_at)
      from laurel.player_daily_stats
      group by player_id, game_id, month
      """
          .formatted(SUMS, CLOCKS);
  private static final String SCORES =
      """
      insert into laurel.player_scores
        (player_id, game_id, score, reached_at, total_actions, total_unlocks, distinct_unlocks, playtime_seconds,
         first_seen_at, last_seen_at, is_excluded, version, updated_at)
      select
        player_id, game_id, sum(points), coalesce(max(last_scoring_at), min(first_scored_at)), sum(actions), sum(unlocks),
        sum(stats.distinct_unlocks), sum(stats.playtime_seconds), min(stats.first_seen_at), max(stats.last_seen_at),
        player.is_excluded, 1, max(stats.updated_at)
      from laurel.player_daily_stats as stats
      join laurel.players as player using (player_id)
      group by player_id, game_id, player.is_excluded
      """;
  private static final String TOTALS =
      """
      update laurel.players as player set
        score = total.score, reached_at = total.reached_at, total_actions = total.actions, total_unlocks = total.unlocks,
        distinct_unlocks = total.distinct_unlocks, playtime_seconds = total.playtime_seconds,
        first_seen_at = total.first_seen_at, last_seen_at = total.last_seen_at, first_active_at = total.first_seen_at,
        last_active_at = total.last_seen_at, updated_at = total.updated_at
      from (
        select
          player_id, sum(score) as score, max(reached_at) as reached_at, sum(total_actions) as actions,
          sum(total_unlocks) as unlocks, sum(distinct_unlocks) as distinct_unlocks,
          sum(playtime_seconds) as playtime_seconds, min(first_seen_at) as first_seen_at,
          max(last_seen_at) as last_seen_at, max(updated_at) as updated_at
        from laurel.player_scores group by player_id) as total
      where total.player_id = player.player_id
      """;

  /**
   * Days of whom (a player, or a player in a game) with the day before on which they were active.
   */
  private static final String FIRSTS =
      """
      count(*) as active_players,
      count(*) filter (where before is null) as new_players,
      count(*) filter (where before is null or before < date_trunc('week', day::timestamp)) as players_new_to_week,
      count(*) filter (where before is null or before < date_trunc('month', day::timestamp)) as players_new_to_month""";

  private static final String GAME_DAYS =
      """
      insert into laurel.game_daily_stats
        (game_id, day, active_players, new_players, players_new_to_week, players_new_to_month, unlocks, distinct_unlocks,
         actions, points, playtime_seconds, version, updated_at)
      select game_id, day, %s, %s, 1, max(updated_at)
      from (
        select *, lag(day) over (partition by player_id, game_id order by day) as before
        from laurel.player_daily_stats) as stats
      group by game_id, day order by day
      """
          .formatted(FIRSTS, SUMS);
  private static final String PLATFORM_DAYS =
      """
      insert into laurel.platform_daily_stats
        (day, active_players, new_players, players_new_to_week, players_new_to_month, unlocks, distinct_unlocks,
         actions, points, playtime_seconds, version, updated_at)
      select day, %s, %s, 1, max(updated_at)
      from (
        select *, lag(day) over (partition by player_id order by day) as before
        from (
          select player_id, day, max(updated_at) as updated_at, %s
          from laurel.player_daily_stats group by player_id, day) as player_day) as stats
      group by day order by day
      """
          .formatted(FIRSTS, SUMS, SUMS);
  private static final String GAME_MONTHS =
      """
      insert into laurel.game_monthly_stats
        (game_id, month, active_players, new_players, unlocks, distinct_unlocks, actions, points, playtime_seconds,
         version, updated_at)
      select
        game_id, month, count(*),
        (select sum(new_players) from laurel.game_daily_stats as daily
         where daily.game_id = stats.game_id and date_trunc('month', daily.day::timestamp) = stats.month),
        %s, 1, max(updated_at)
      from laurel.player_monthly_stats as stats
      group by game_id, month order by month
      """
          .formatted(SUMS);
  private static final String PLATFORM_MONTHS =
      """
      insert into laurel.platform_monthly_stats
        (month, active_players, new_players, unlocks, distinct_unlocks, actions, points, playtime_seconds, version,
         updated_at)
      select
        month, count(distinct player_id),
        (select sum(new_players) from laurel.platform_daily_stats as daily
         where date_trunc('month', daily.day::timestamp) = stats.month),
        %s, 1, max(updated_at)
      from laurel.player_monthly_stats as stats
      group by month order by month
      """
          .formatted(SUMS);
  private static final String ACHIEVEMENTS =
      """
      insert into laurel.achievement_stats
        (game_id, achievement_id, period, period_start, unlocks, first_unlocks, version, updated_at)
      select game_id, achievement_id, period, period_start, sum(unlocks), count(*), 1, max(updated_at)
      from laurel.player_achievements
      cross join lateral (select unlocked_at at time zone 'UTC' as at) as clock
      cross join lateral (values
        ('all-time', date '1970-01-01'), ('daily', at::date), ('monthly', date_trunc('month', at)::date))
        as periods (period, period_start)
      group by game_id, achievement_id, period, period_start
      """;
  private static final String WEEKLY_BOARDS =
      """
      insert into laurel.leaderboard_finals
        (scope, game_id, region, period, period_start, edition, revision, version, published_at, total, entries, updated_at)
      select
        scope, game_id, '*', 'weekly', week, 'first', 1, 1, closed, max(total),
        json_agg(json_build_object(
          'rank', rank, 'playerId', player_id, 'score', score, 'reachedAt', reached_at, 'region', region) order by rank),
        closed
      from (
        select
          *, (week + 7)::timestamp at time zone 'UTC' + interval '1 hour' as closed,
          count(*) over (partition by scope, game_id, week) as total,
          row_number() over (partition by scope, game_id, week order by score desc, reached_at, player_id) as rank
        from (
          select
            scope, board.game_id, day - (extract(isodow from day)::integer - 1) as week, player_id, region,
            sum(points) as score, coalesce(max(last_scoring_at), min(first_scored_at)) as reached_at
          from laurel.player_daily_stats as stats
          join laurel.players using (player_id)
          cross join lateral (values ('global', 'global'), ('game', stats.game_id)) as board (scope, game_id)
          where day between date '2026-02-23' and date '2026-03-15' and not is_excluded
            and first_scored_at is not null and board.game_id <> '_none'
          group by scope, board.game_id, week, player_id, region) as score) as ranked
      where rank <= 100
      group by scope, game_id, week, closed
      """;
  private static final String PROGRESS =
      """
      insert into laurel.pipeline_progress (table_name, task, tasks, event_time, updated_at)
      select
        name, task, tasks, timestamptz '2026-03-20T12:00:00Z' + task * interval '1 second', '2026-03-20T12:01:00Z'
      from (values
        ('players', 2), ('player_daily_stats', 2), ('game_daily_stats', 1), ('platform_daily_stats', 1),
        ('log_daily_counts', 1)) as written (name, tasks)
      cross join generate_series(0, tasks - 1) as task
      """;
}
