package dev.laurel.serving;

import java.util.List;

/**
 * Rows enough for the planner to tell reads apart: 4,000 players in 4 of 100 games each, with
 * 96,000 days, 48,000 months, 48,000 unlocks and 60,000 events; and the player {@code heavy} with
 * all of 20 games over 400 days and 24 months, 600 unlocks and 6,000 events. On the board of {@code
 * game-0} stand all players, so that reading it through is out of the question. Made by arithmetic,
 * so every run plans the same; committed for sure, vacuumed and analyzed, as autovacuum leaves it.
 */
final class SampleStatistics {

  private SampleStatistics() {}

  private static final String PARTITIONS =
      """
      select laurel.prepare_partition(of_table, month::date)
      from unnest(array['player_daily_stats', 'player_monthly_stats', 'score_events']) as of_table
      cross join generate_series(date '2025-01-01', date '2026-03-01', interval '1 month') as month
      where of_table <> 'score_events' or month in (date '2026-01-01', date '2026-02-01')
      """;

  private static final String CATALOG =
      """
      insert into laurel.catalog_history
        (log_offset, published_at, kind, game_id, achievement_id, in_force_from, definition)
      select row_number() over (), now(), case when n = 0 then 'game' else 'achievement' end, 'game-' || g,
        case when n = 0 then '' else 'achievement-' || n end, '1970-01-01Z',
        json_build_object('name', 'Name ' || n, 'points', 10, 'category', 'category-' || n % 3, 'active', n % 20 <> 19)
      from generate_series(1, 100) as g
      cross join generate_series(0, 40) as n
      """;

  private static final String PLAYERS =
      """
      insert into laurel.players (player_id, score, reached_at, first_seen_at, last_seen_at, version)
      select 'player-' || n, n, seen, seen, seen, 1
      from generate_series(1, 4000) as n
      cross join lateral (select timestamptz '2026-03-01Z' + n * interval '1 second' as seen)
      union all select 'heavy', 0, '2026-03-01Z', '2026-03-01Z', '2026-03-01Z', 1
      """;

  private static final String SCORES =
      """
      insert into laurel.player_scores (player_id, game_id, score, reached_at, total_actions, total_unlocks, version)
      select player_id, 'game-' || (n * k) % 100 + 1, score, reached_at, 1, 1, 1
      from laurel.players
      cross join lateral (select hashtext(player_id) % 1000 + 1000 as n)
      cross join generate_series(1, case player_id when 'heavy' then 20 else 4 end) as k
      on conflict do nothing
      """;

  private static final String DAYS =
      """
      insert into laurel.player_daily_stats
        (player_id, game_id, day, unlocks, distinct_unlocks, actions, points, playtime_seconds, first_seen_at, last_seen_at,
         first_scored_at, last_scoring_at, version)
      select player_id, game_id, at::date, 1, 1, 1, 20, 600, at, at, at, at, 1
      from laurel.player_scores
      cross join generate_series(0, 399) as age
      cross join lateral (select timestamptz '2026-03-01 10:00Z' - age * interval '1 day' as at)
      where player_id = 'heavy' or abs(hashtext(player_id || age)) % 400 < 24
      """;

  private static final String MONTHS =
      """
      insert into laurel.player_monthly_stats
        (player_id, game_id, month, unlocks, distinct_unlocks, actions, points, playtime_seconds, first_seen_at,
         last_seen_at, first_scored_at, last_scoring_at, version)
      select player_id, game_id, date_trunc('month', day)::date, count(*), count(*), count(*), 20, 600, min(first_seen_at),
        max(last_seen_at), min(first_seen_at), max(last_seen_at), 1
      from laurel.player_daily_stats
      group by 1, 2, 3
      """;

  private static final String UNLOCKS =
      """
      insert into laurel.player_achievements
        (player_id, game_id, achievement_id, unlocked_at, last_unlocked_at, unlocks, points)
      select player_id, game_id, 'achievement-' || n, at, at, 1, n
      from laurel.player_scores
      cross join generate_series(1, case player_id when 'heavy' then 30 else 3 end) as n
      cross join lateral (select timestamptz '2026-03-01Z' - abs(hashtext(game_id || n)) % 30000000 * interval '1 second' as at)
      """;

  private static final String RARITY =
      """
      insert into laurel.achievement_stats (game_id, achievement_id, period, period_start, unlocks, first_unlocks, version)
      select game_id, achievement_id, period, start, 10, 10, 1
      from laurel.achievements
      cross join (
        select 'all-time' as period, date '1970-01-01' as start
        union all select 'daily', date '2026-03-01' - n from generate_series(0, 9) as n) as periods
      """;

  private static final String GAMES =
      """
      insert into laurel.game_monthly_stats
        (game_id, month, active_players, new_players, unlocks, distinct_unlocks, actions, points, playtime_seconds, version)
      select game_id, month::date, 100, 10, 1, 1, 1, 1, 1, 1
      from laurel.games
      cross join generate_series(timestamp '2024-03-01', timestamp '2026-03-01', interval '1 month') as month
      """;

  private static final String EVENTS =
      """
      insert into laurel.score_events
        (player_id, occurred_at, log_partition, log_offset, logged_at, type, event_id, game_id, achievement_id, points)
      select case when n % 11 = 0 then 'heavy' else 'player-' || n % 2000 end, at, 0, n, at, 'unlock', 'event-' || n, 'game-1',
        'achievement-1', 100
      from generate_series(1, 66000) as n
      cross join lateral (select timestamptz '2026-01-01Z' + n * 64 * interval '1 second' as at)
      """;

  private static final String GREAT_BOARD =
      """
      insert into laurel.player_scores (player_id, game_id, score, reached_at, total_actions, total_unlocks, version)
      select player_id, 'game-0', score, reached_at, 1, 1, 1
      from laurel.players
      """;

  /** In this order. */
  static final List<String> STEPS =
      List.of(
          "set timezone = 'UTC'",
          "set synchronous_commit = on",
          PARTITIONS,
          CATALOG,
          PLAYERS,
          SCORES,
          DAYS,
          MONTHS,
          UNLOCKS,
          RARITY,
          GAMES,
          EVENTS,
          GREAT_BOARD,
          "insert into laurel.pipeline_progress values ('player_daily_stats', 0, 1, '2026-03-01Z')",
          "vacuum analyze");
}
