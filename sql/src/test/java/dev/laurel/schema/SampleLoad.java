package dev.laurel.schema;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Rows enough for the planner to tell reads apart: 100,000 players, 150,000 scores in three games,
 * 120,000 events in three months, 12,400 versions of 6,200 definitions, 21,000 boards, 40,000
 * closed ones in 60,000 editions, 20,000 flags. Made by arithmetic, so every run plans the same;
 * vacuum and analyze it, as the server would in time.
 */
final class SampleLoad {
  private SampleLoad() {}

  static void fill(Connection owner) throws SQLException {
    for (var month : new String[] {"2026-01-01", "2026-02-01", "2026-03-01"}) {
      Sql.run(owner, "select laurel.prepare_score_events('" + month + "')");
    }
    Sql.run(owner, PLAYERS);
    Sql.run(owner, SCORES);
    Sql.run(owner, EVENTS);
    Sql.run(owner, GAMES);
    Sql.run(owner, ACHIEVEMENTS);
    Sql.run(owner, TOPS);
    Sql.run(owner, PAST_TOPS);
    Sql.run(owner, FINALS);
    Sql.run(owner, FLAGS);
  }

  private static final String PLAYERS =
      """
      insert into laurel.players
        (player_id, username, region, score, reached_at, first_seen_at, last_seen_at, is_excluded, version, updated_at)
      select
        'player-' || n, 'Player ' || n, (array['EU', 'NA', 'ASIA'])[1 + n % 3], n * 7919 % 50021, seen, seen, seen,
        n % 500 = 0, 1, timestamptz '2026-04-01T00:00:00Z' - n * interval '10 seconds'
      from generate_series(1, 100000) as n
      cross join lateral (select timestamptz '2026-03-01T00:00:00Z' + n * 7907 % 86400 * interval '1 second' as seen)
      """;
  private static final String SCORES =
      """
      insert into laurel.player_scores
        (player_id, game_id, score, reached_at, total_actions, total_unlocks, is_excluded, version, updated_at)
      select player_id, game, score / 3 + length(game), reached_at, 1, 1, is_excluded, 1, updated_at
      from laurel.players
      cross join unnest(array['chess', 'go', 'tag']) as game
      where hashtext(player_id || game) % 2 = 0
      """;
  private static final String EVENTS =
      """
      insert into laurel.score_events
        (player_id, occurred_at, log_partition, log_offset, logged_at, type, event_id, game_id, achievement_id, points)
      select
        'player-' || n % 200, at, 0, n, at, 'unlock', 'event-' || n, 'chess', 'achievement-' || n, 100
      from generate_series(1, 120000) as n
      cross join lateral (select timestamptz '2026-01-01T00:00:00Z' + n * 64 * interval '1 second' as at)
      """;
  private static final String GAMES =
      """
      insert into laurel.catalog_history
        (log_offset, published_at, kind, game_id, action_type, in_force_from, definition, updated_at)
      select
        n, published, kind, case when kind = 'game' then name else '' end, case when kind = 'game' then '' else name end,
        case when n < 200 then timestamptz '1970-01-01T00:00:00Z' else published end, '{"name": "A name", "points": 10}',
        published
      from generate_series(0, 399) as n
      cross join lateral (
        select
          timestamptz '2026-01-01T00:00:00Z' + n * interval '1 minute' as published,
          case when n % 2 = 0 then 'game' else 'action' end as kind,
          'name-' || n % 200 as name)
      """;
  private static final String ACHIEVEMENTS =
      """
      insert into laurel.catalog_history
        (log_offset, published_at, kind, game_id, achievement_id, in_force_from, definition, updated_at)
      select
        400 + n, published, 'achievement', 'name-' || n % 200, 'achievement-' || n % 6000,
        case when n < 6000 then timestamptz '1970-01-01T00:00:00Z' else published end, '{"name": "A name", "points": 10}',
        published
      from generate_series(0, 11999) as n
      cross join lateral (select timestamptz '2026-02-01T00:00:00Z' + n * interval '1 minute' as published)
      """;
  private static final String TOPS =
      """
      insert into laurel.leaderboard_tops
        (scope, game_id, region, period, period_start, version, published_at, total, entries, updated_at)
      select
        'game', 'name-' || n, '*', 'all-time', '1970-01-01', 1, now(), 1000, '[]',
        timestamptz '2026-03-01T00:00:00Z' + n * interval '1 minute'
      from generate_series(1, 1000) as n
      """;
  private static final String PAST_TOPS =
      """
      insert into laurel.leaderboard_tops
        (scope, game_id, region, period, period_start, version, published_at, total, entries, updated_at)
      select
        'game', 'name-' || n % 100, '*', 'daily', date '2026-03-01' - n / 100, 1, now(), 1000, '[]',
        timestamptz '2026-02-28T00:00:00Z' - n * interval '10 minutes'
      from generate_series(0, 19999) as n
      """;
  private static final String FINALS =
      """
      insert into laurel.leaderboard_finals
        (scope, game_id, region, period, period_start, edition, revision, version, published_at, total, entries, updated_at)
      select
        'game', 'name-' || n % 100, '*', 'daily', date '2026-03-01' - n / 100, edition, revision, revision, now(), 1,
        '[{"rank":1,"playerId":"player-7","score":1,"reachedAt":"2026-01-01T00:00:00Z","region":null}]',
        timestamptz '2026-03-01T00:00:00Z' - n * interval '10 minutes'
      from generate_series(0, 39999) as n
      cross join (values ('first', 1), ('latest', 2)) as kept (edition, revision)
      where revision = 1 or n % 2 = 0
      """;
  private static final String FLAGS =
      """
      insert into laurel.player_flags
        (player_id, started_at, rule, game_id, span_millis, measured, allowed, version, updated_at)
      select
        'player-' || n % 100, at, (array['POINTS_A_MINUTE', 'UNLOCKS_A_MINUTE'])[1 + n % 2], 'chess', 60000, 100, 50, 100, at
      from generate_series(1, 20000) as n
      cross join lateral (select timestamptz '2026-03-01T00:00:00Z' + n * interval '1 minute' as at)
      """;
}
