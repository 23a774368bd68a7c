package dev.laurel.schema;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Six players and what they did in two games in February and March 2026, up to 2026-03-20 at noon,
 * the watermark: small enough to check an answer by hand. The answers in the README are those of
 * these rows. Eve is excluded.
 */
final class DemoStatistics {
  private DemoStatistics() {}

  static void fill(Connection owner) throws SQLException {
    Sql.run(owner, PARTITIONS);
    Sql.run(owner, CATALOG);
    Sql.run(owner, PLAYERS);
    Sql.run(owner, DAYS);
    Sql.run(owner, UNLOCKED);
    Sql.run(owner, LOG);
    DerivedStatistics.fill(owner);
    Sql.run(owner, RESTATED);
  }

  private static final String PARTITIONS =
      """
      select laurel.prepare_partition(of_table, day)
      from unnest(array['player_daily_stats', 'player_monthly_stats']) as of_table
      cross join unnest(array[date '2026-02-01', '2026-03-01']) as day
      """;
  private static final String CATALOG =
      """
      insert into laurel.catalog_history
        (log_offset, published_at, kind, game_id, achievement_id, in_force_from, definition)
      select
        row_number() over (), '2026-02-01T00:00:00Z', case when achievement_id = '' then 'game' else 'achievement' end,
        game_id, achievement_id, '1970-01-01T00:00:00Z',
        json_build_object('name', name, 'category', 'play', 'points', 100, 'active', active)
      from (values
        ('chess', '', 'Chess', true), ('chess', 'first-win', 'First win', true), ('chess', 'fork', 'Fork', true),
        ('chess', 'smothered-mate', 'Smothered mate', true), ('chess', 'castle', 'Castle', true),
        ('go', '', 'Go', true), ('go', 'first-stone', 'First stone', true), ('go', 'ladder', 'Ladder', true),
        ('go', 'old-ko', 'Old ko', false)) as definition (game_id, achievement_id, name, active)
      """;
  private static final String PLAYERS =
      """
      insert into laurel.players (player_id, username, region, first_seen_at, last_seen_at, is_excluded, version)
      select player_id, username, region, '2026-02-01T00:00:00Z', '2026-02-01T00:00:00Z', player_id = 'eve', 1
      from (values
        ('ann', 'Ann', 'EU'), ('bob', 'Bob', 'EU'), ('cat', 'Cat', 'NA'), ('dan', 'Dan', 'NA'), ('eve', 'Eve', 'NA'),
        ('fay', null, null)) as player (player_id, username, region)
      """;
  private static final String DAYS =
      """
      insert into laurel.player_daily_stats
        (player_id, game_id, day, unlocks, distinct_unlocks, actions, points, playtime_seconds, first_seen_at,
         last_seen_at, first_scored_at, last_scoring_at, version, updated_at)
      select
        player_id, game_id, day, unlocks, unlocks, actions, points, playtime_seconds, noon, noon,
        case when unlocks + actions > 0 then noon end, case when points <> 0 then noon end, 1, noon + interval '5 seconds'
      from (values
        ('ann', 'chess', date '2026-02-10', 2, 1, 250, 1800),
        ('ann', 'chess', '2026-02-11', 0, 1, 50, 600),
        ('ann', 'chess', '2026-02-17', 1, 0, 100, 900),
        ('ann', 'go', '2026-02-17', 0, 2, 300, 1200),
        ('ann', 'chess', '2026-03-04', 0, 2, 400, 600),
        ('ann', 'chess', '2026-03-11', 0, 1, 150, 600),
        ('ann', 'chess', '2026-03-12', 1, 0, 100, 300),
        ('ann', 'chess', '2026-03-20', 0, 1, 150, 600),
        ('bob', 'chess', '2026-02-10', 1, 0, 100, 600),
        ('bob', 'chess', '2026-02-17', 0, 1, 150, 600),
        ('bob', 'chess', '2026-03-04', 0, 1, 500, 900),
        ('bob', 'chess', '2026-03-12', 0, 1, -200, 600),
        ('bob', '_none', '2026-03-12', 0, 1, 50, 0),
        ('cat', 'go', '2026-02-11', 1, 0, 100, 300),
        ('cat', 'go', '2026-02-12', 0, 1, 150, 300),
        ('cat', 'go', '2026-03-10', 1, 1, 250, 1500),
        ('cat', 'chess', '2026-03-11', 1, 1, 350, 900),
        ('cat', 'go', '2026-03-20', 0, 1, 150, 300),
        ('dan', 'chess', '2026-03-05', 0, 1, 150, 450),
        ('dan', 'go', '2026-03-16', 1, 0, 100, 600),
        ('eve', 'chess', '2026-02-10', 4, 9, 4900, 60),
        ('eve', 'chess', '2026-02-11', 0, 9, 4500, 60),
        ('eve', 'chess', '2026-03-12', 0, 9, 4500, 60),
        ('fay', 'go', '2026-03-16', 0, 0, 0, 1200))
        as played (player_id, game_id, day, unlocks, actions, points, playtime_seconds)
      cross join lateral (select (day::timestamp + interval '11 hours') at time zone 'UTC' as noon) as clock
      """;
  private static final String UNLOCKED =
      """
      insert into laurel.player_achievements
        (player_id, game_id, achievement_id, unlocked_at, last_unlocked_at, unlocks, points)
      select player_id, game_id, achievement_id, at, at, 1, 100
      from (values
        ('ann', 'chess', 'first-win', date '2026-02-10'), ('ann', 'chess', 'castle', '2026-02-10'),
        ('ann', 'chess', 'fork', '2026-02-17'), ('ann', 'chess', 'smothered-mate', '2026-03-12'),
        ('bob', 'chess', 'first-win', '2026-02-10'), ('cat', 'chess', 'castle', '2026-03-11'),
        ('cat', 'go', 'first-stone', '2026-02-11'), ('cat', 'go', 'ladder', '2026-03-10'),
        ('dan', 'go', 'first-stone', '2026-03-16'),
        ('eve', 'chess', 'first-win', '2026-02-10'), ('eve', 'chess', 'castle', '2026-02-10'),
        ('eve', 'chess', 'fork', '2026-02-10'), ('eve', 'chess', 'smothered-mate', '2026-02-10'))
        as unlocked (player_id, game_id, achievement_id, day)
      cross join lateral (select (day::timestamp + interval '11 hours') at time zone 'UTC' as at) as clock
      """;
  private static final String LOG =
      """
      insert into laurel.log_daily_counts (day, received, accepted, repeated, dead, waiting, version, updated_at)
      values
        ('2026-03-16', 9, 7, 1, 1, 0, 9, '2026-03-16T20:00:00Z'),
        ('2026-03-20', 12, 10, 1, 0, 0, 12, '2026-03-20T12:00:58Z')
      """;

  /** A late event of bob's: the day had closed. */
  private static final String RESTATED =
      """
      with late as (
        select 2 as revision, timestamptz '2026-03-13T08:00:00Z' as restated_at),
      of_player as (
        update laurel.player_daily_stats as stats set (revision, restated_at) = (select * from late)
        where (player_id, game_id, day) = ('bob', 'chess', date '2026-03-12')),
      of_game as (
        update laurel.game_daily_stats as stats set (revision, restated_at) = (select * from late)
        where (game_id, day) = ('chess', date '2026-03-12'))
      update laurel.platform_daily_stats as stats set (revision, restated_at) = (select * from late)
      where day = date '2026-03-12'
      """;
}
