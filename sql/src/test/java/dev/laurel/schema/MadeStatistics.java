package dev.laurel.schema;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Made-up days of players from 2025-02-01 to 2026-03-20 at noon, the watermark: three games a
 * player, a few games far more popular than the rest, each played for some weeks or months every
 * few days; one player of 500 is excluded, one game is not active, and in every third one of five
 * achievements is not. About 66 rows of {@code player_daily_stats} a player. Made by arithmetic, so
 * every run is the same, and in the order of time, as the job writes. Vacuum and analyze them, as
 * the server would in time.
 */
final class MadeStatistics {
  private MadeStatistics() {}

  /** Fills the statistics of that many players; player 1 is {@code ann}. */
  static void fill(Connection owner, int players) throws SQLException {
    Sql.run(owner, PARTITIONS);
    Sql.run(owner, GAMES);
    Sql.run(owner, ACHIEVEMENTS);
    Sql.run(owner, PLAYERS.replace("{players}", Integer.toString(players)));
    Sql.run(owner, PLAYED.replace("{players}", Integer.toString(players)));
    Sql.run(owner, DAYS);
    Sql.run(owner, UNLOCKED);
    Sql.run(owner, "drop table played");
    Sql.run(owner, LOG);
    DerivedStatistics.fill(owner);
  }

  private static final String PARTITIONS =
      """
      select laurel.prepare_partition(of_table, day::date)
      from unnest(array['player_daily_stats', 'player_monthly_stats']) as of_table
      cross join generate_series(timestamp '2025-02-01', timestamp '2026-03-01', interval '1 month') as day
      """;
  private static final String GAMES =
      """
      insert into laurel.catalog_history
        (log_offset, published_at, kind, game_id, in_force_from, definition)
      select
        n, '2025-01-01T00:00:00Z', 'game', game_id, '1970-01-01T00:00:00Z',
        json_build_object('name', 'A game', 'active', n <> 7)
      from generate_series(0, 41) as n
      cross join lateral (select coalesce((array['chess', 'go', 'tag'])[n + 1], 'game-' || n) as game_id) as named
      """;
  private static final String ACHIEVEMENTS =
      """
      insert into laurel.catalog_history
        (log_offset, published_at, kind, game_id, achievement_id, in_force_from, definition)
      select
        100 + log_offset * 5 + n, published_at, 'achievement', game_id, 'achievement-' || n, in_force_from,
        json_build_object(
          'name', 'An achievement', 'category', 'made', 'points', 100, 'active', not (n = 2 and log_offset % 3 = 0))
      from laurel.catalog_history
      cross join generate_series(1, 5) as n
      """;
  private static final String PLAYERS =
      """
      insert into laurel.players (player_id, username, region, first_seen_at, last_seen_at, is_excluded, version)
      select
        case n when 1 then 'ann' else 'player-' || n end, 'Player ' || n, (array['EU', 'NA', 'ASIA', null])[1 + n % 4],
        '2025-01-01T00:00:00Z', '2025-01-01T00:00:00Z', n % 500 = 7, 1
      from generate_series(1, {players}) as n
      """;

  /** Who plays which game from which day to which, every how many days, with how many unlocks. */
  private static final String PLAYED =
      """
      create temporary table played as
      select
        n, case n when 1 then 'ann' else 'player-' || n end as player_id,
        coalesce((array['chess', 'go', 'tag'])[game + 1], 'game-' || game) as game_id,
        first_day, least(412, first_day + 20 + lifetime) as last_day, every, unlocks
      from generate_series(1, {players}) as n
      cross join generate_series(0, 2) as slot
      cross join lateral (
        select
          hashint8(n) & 2147483647 as start,
          hashint8(n * 16 + slot * 4 + 1) & 2147483647 as one,
          hashint8(n * 16 + slot * 4 + 2) & 2147483647 as two) as chance
      cross join lateral (
        select
          3 * floor(14 * power(one / 2147483648.0, 2))::integer + slot as game,
          start % 412 + slot * (one % 30) as first_day,
          two % 300 as lifetime,
          1 + one % 18 as every,
          two % 6 as unlocks) as chosen
      where first_day <= 412
      """;

  private static final String DAYS =
      """
      insert into laurel.player_daily_stats
        (player_id, game_id, day, unlocks, distinct_unlocks, actions, points, playtime_seconds, first_seen_at,
         last_seen_at, first_scored_at, last_scoring_at, version, updated_at)
      select
        player_id, game_id, date '2025-02-01' + day, first_unlocks, first_unlocks, actions,
        first_unlocks * 100 + actions * 50, 600, at, at,
        case when first_unlocks + actions > 0 then at end, case when first_unlocks + actions > 0 then at end, 1, at
      from played
      cross join lateral generate_series(first_day, last_day, every) as began
      cross join lateral (
        select
          least(412, case when began = first_day then began else began + (hashint8(n + began) & 1023) % every end) as day,
          case when began = first_day then unlocks else 0 end as first_unlocks,
          (hashint8(n * 31 + began) & 1023) % 4 as actions) as done
      cross join lateral (
        select (date '2025-02-01' + day)::timestamp at time zone 'UTC' + n % 43200 * interval '1 second' as at) as clock
      order by at
      """;
  private static final String UNLOCKED =
      """
      insert into laurel.player_achievements
        (player_id, game_id, achievement_id, unlocked_at, last_unlocked_at, unlocks, points, updated_at)
      select player_id, game_id, 'achievement-' || step, at, at, 1, 100, at
      from played
      cross join lateral generate_series(1, unlocks) as step
      cross join lateral (
        select (date '2025-02-01' + first_day)::timestamp at time zone 'UTC' + n % 43200 * interval '1 second' as at)
        as clock
      order by at
      """;
  private static final String LOG =
      """
      insert into laurel.log_daily_counts (day, received, accepted, repeated, dead, waiting, version)
      select date '2025-02-01' + n, 1000, 900, 90, 10, 0, 1
      from generate_series(0, 412) as n
      """;
}
