package dev.laurel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A server with the boards of all games, everyone's and each region's, to be counted by range. */
final class RankedBoard implements AutoCloseable {
  private static final long SEED = Long.getLong("laurel.seed", 20261123);

  /** Ranges whose count, and groups whose sum, is not what stands there. */
  static final String MISCOUNTS =
      """
      with counted as (
        select range.board, range.region, range.neg_score, range.reached_at, range.player_id, count(*) as players
        from public.standings as held
        cross join lateral (
          select * from laurel.rank_ranges as range
          where range.board = held.board and range.region = held.board_region
            and (range.neg_score, range.reached_at, range.player_id) <= (held.neg_score, held.reached_at, held.player_id)
          order by range.neg_score desc, range.reached_at desc, range.player_id desc limit 1) as range
        group by 1, 2, 3, 4, 5)
      select range.board || ' ' || range.region || ': ' || range.players || ' instead of ' || coalesce(counted.players, 0)
      from laurel.rank_ranges as range left join counted using (board, region, neg_score, reached_at, player_id)
      where range.players <> coalesce(counted.players, 0)
      union all
      select board || ' ' || region || ': group of ' || players
      from laurel.rank_groups as ranges
      where players <> (select sum(players) from laurel.rank_ranges as range where range.group_id = ranges.group_id)
        or (ranges.neg_score, ranges.reached_at, ranges.player_id) <> (
          select neg_score, reached_at, player_id from laurel.rank_ranges as range
          where range.group_id = ranges.group_id order by neg_score, reached_at, player_id limit 1)
      """;

  /** As the job writes: a batch in one statement, sorted by key. */
  static final String BATCH =
      """
      insert into laurel.players as known
        (player_id, region, score, reached_at, first_seen_at, last_seen_at, is_excluded, version)
      select 'p' || lpad(n::text, 6, '0'), (array['DE', 'FR', null])[1 + floor(random() * 3)::int], floor(random() * 30)::int,
        timestamptz '2026-01-01Z' + floor(random() * 1000)::int * interval '1 second', '2025-01-01Z', '2026-01-01Z',
        random() < 0.03, 1
      from generate_series(%d, %d, %d) as n order by 1
      on conflict (player_id) do update set score = excluded.score, region = excluded.region,
        reached_at = excluded.reached_at, is_excluded = excluded.is_excluded, version = known.version + 1
      """;

  /** Who stands on the boards of all games, everyone's and each region's. */
  private static final String STANDINGS =
      """
      create view public.standings as
      select 'global' as board, scope.region as board_region, neg_score, reached_at, player_id
      from laurel.players cross join lateral (values ('*' collate "C"), (region)) as scope (region)
      where reached_at is not null and not is_excluded and scope.region is not null
      """;

  private final LaurelDatabase server;
  private final Connection owner;

  private RankedBoard(LaurelDatabase server) throws SQLException {
    this.server = server;
    this.owner = server.connect("postgres");
    run(STANDINGS);
    run("select setseed(" + new Random(SEED).nextDouble() + ")");
  }

  static RankedBoard start() throws Exception {
    return new RankedBoard(LaurelDatabase.start());
  }

  Connection connect(String role) throws SQLException {
    return server.connect(role);
  }

  void run(String sql) throws SQLException {
    Sql.run(owner, sql);
  }

  List<String> rows(String query) throws SQLException {
    return Sql.rows(owner, query);
  }

  /** Every so manyth player from one on to another scores anew. */
  void write(int first, int last, int step) throws SQLException {
    run(BATCH.formatted(first, last, step));
  }

  void fillTops() throws SQLException {
    run(
        """
        insert into laurel.leaderboard_tops
          (scope, game_id, region, period, period_start, version, published_at, total, entries)
        select 'global', board, board_region, 'all-time', '1970-01-01', 1, now(), count(*), '[]'
        from public.standings group by board, board_region
        """);
  }

  /** So many players stand on boards whose ranges are laid and cut. */
  void fill(int players) throws SQLException {
    write(1, players, 1);
    fillTops();
    keepRanks();
  }

  long ranges(String region) throws SQLException {
    return Long.parseLong(
        rows("select count(*) from laurel.rank_ranges where region = '%s'".formatted(region))
            .getFirst());
  }

  /** Does all that there is to do now, and says what it was. */
  List<String> keepRanks() throws SQLException {
    List<String> done = new ArrayList<>();
    while (true) {
      String next = rows("select laurel.keep_ranks()").getFirst();
      if (next.equals("null")) {
        return done;
      }
      done.add(next);
    }
  }

  void assertRight() throws SQLException {
    assertThat(rows(MISCOUNTS)).isEmpty();
    assertThat(
            rows(
                """
                with placed as (
                  select *, row_number() over (partition by board_region order by neg_score, reached_at, player_id) as rank
                  from public.standings where board = 'global')
                select board_region || ' ' || rank from placed
                cross join lateral laurel.place_at('global', board_region, rank - 1) as at
                where rank % 997 in (0, 1) and (
                  laurel.places_before('global', board_region, placed.neg_score, placed.reached_at, placed.player_id) <> rank - 1
                  or at.player_id is distinct from placed.player_id)
                """))
        .isEmpty();
  }

  @Override
  public void close() throws Exception {
    owner.close();
    server.close();
  }
}
