package dev.laurel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counts by range against counting, whatever is written meanwhile and by however many. */
class RanksTest {
  private static final long SEED = Long.getLong("laurel.seed", 20261123);

  /** Ranges whose count, and groups whose sum, is not what stands there. */
  private static final String MISCOUNTS =
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
  private static final String BATCH =
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

  private LaurelDatabase server;
  private Connection owner;

  @BeforeEach
  void start() throws Exception {
    server = LaurelDatabase.start();
    owner = server.connect("postgres");
    Sql.run(owner, STANDINGS);
    Sql.run(owner, "select setseed(" + new Random(SEED).nextDouble() + ")");
  }

  @AfterEach
  void stop() throws Exception {
    owner.close();
    server.close();
  }

  @Test
  void countNothingOfSmallBoards() throws Exception {
    Sql.run(owner, BATCH.formatted(1, 2_000, 1));
    fillTops();

    assertThat(keepRanks()).isEmpty();
    assertThat(Sql.rows(owner, "select count(*) from laurel.rank_ranges")).containsExactly("0");
  }

  @Test
  void areCutAsABoardGrowsAndJoinedAsItShrinks() throws Exception {
    Sql.run(owner, BATCH.formatted(1, 20_000, 1));
    fillTops();
    keepRanks();
    assertThat(ranges("*")).isBetween(15L, 25L);
    assertRight();

    Sql.run(owner, BATCH.formatted(20_001, 60_000, 1));
    assertRight();
    keepRanks();
    assertThat(ranges("*")).isBetween(30L, 65L);
    assertThat(Sql.rows(owner, "select max(players) <= 3072 from laurel.rank_ranges"))
        .containsExactly("t");
    assertRight();

    Sql.run(owner, "delete from laurel.players where random() < 0.95");
    assertRight();
    keepRanks();
    assertThat(ranges("*")).isLessThan(16);
    assertRight();
  }

  @Test
  void areGroupedSoThatNoGroupHasMoreThan128() throws Exception {
    Sql.run(owner, BATCH.formatted(1, 150_000, 1));
    fillTops();

    assertThat(keepRanks()).anyMatch(done -> done.startsWith("parted"));

    assertThat(
            Sql.rows(
                owner,
                "select max(count) <= 128 from (select count(*) from laurel.rank_ranges group by group_id) as grouped"))
        .containsExactly("t");
    assertRight();
  }

  @Test
  void areLaidAnewWhereCountsWereMadeWrong() throws Exception {
    Sql.run(owner, BATCH.formatted(1, 10_000, 1));
    fillTops();
    keepRanks();
    Sql.run(owner, "alter table laurel.players disable trigger user");
    Sql.run(owner, BATCH.formatted(1, 10_000, 3));
    Sql.run(owner, "alter table laurel.players enable trigger user");
    Sql.run(owner, "update laurel.rank_ranges set players = -1 where region = '*'");

    assertThat(keepRanks()).contains("miscounted global *");

    assertThat(Sql.rows(owner, MISCOUNTS)).allMatch(wrong -> !wrong.startsWith("global *"));
  }

  @Test
  void goWithTheTable() throws Exception {
    Sql.run(owner, BATCH.formatted(1, 10_000, 1));
    fillTops();
    keepRanks();

    Sql.run(owner, "truncate laurel.players");

    assertThat(Sql.rows(owner, "select count(*) from laurel.rank_groups")).containsExactly("0");
    assertThat(Sql.rows(owner, "select laurel.places_on('global', '*')")).containsExactly("0");
  }

  @Test
  void areRightWhileSeveralWriteAndRangesAreCutAndJoined() throws Exception {
    Sql.run(owner, BATCH.formatted(1, 20_000, 1));
    fillTops();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<Integer>> all = new ArrayList<>();
      for (int writer = 0; writer < 3; writer++) {
        int first = writer + 1;
        all.add(threads.submit(() -> write(first)));
      }
      all.add(threads.submit((Callable<Integer>) this::keepOn));
      for (Future<Integer> each : all) {
        assertThat(each.get()).isPositive();
      }
    }
    assertRight();
    keepRanks();
    assertRight();
  }

  @Test
  void nameEveryTransactionInTheOrderOfTheirCommits() throws Exception {
    String version = "select version from laurel.standings_versions where table_name = 'players'";
    long before = Long.parseLong(Sql.rows(owner, version).getFirst());
    try (Connection job = server.connect("laurel_job")) {
      job.setAutoCommit(false);
      Sql.run(job, BATCH.formatted(1, 10, 1));

      assertThat(Sql.rows(owner, version)).containsExactly(Long.toString(before));
      job.commit();
      assertThat(Long.parseLong(Sql.rows(owner, version).getFirst())).isGreaterThan(before);
    }
  }

  private int write(int first) throws SQLException {
    try (Connection job = server.connect("laurel_job")) {
      for (int batch = 0; batch < 25; batch++) {
        Sql.run(job, BATCH.formatted(first, 24_000, 3));
      }
    }
    return 25;
  }

  private int keepOn() throws SQLException {
    int done = 0;
    try (Connection keeper = server.connect("postgres")) {
      for (int i = 0; i < 60; i++) {
        done += Sql.rows(keeper, "select laurel.keep_ranks()").equals(List.of("null")) ? 0 : 1;
      }
    }
    return done;
  }

  private void fillTops() throws SQLException {
    Sql.run(
        owner,
        """
        insert into laurel.leaderboard_tops
          (scope, game_id, region, period, period_start, version, published_at, total, entries)
        select 'global', board, board_region, 'all-time', '1970-01-01', 1, now(), count(*), '[]'
        from public.standings group by board, board_region
        """);
  }

  private long ranges(String region) throws SQLException {
    return Long.parseLong(
        Sql.rows(
                owner,
                "select count(*) from laurel.rank_ranges where region = '%s'".formatted(region))
            .getFirst());
  }

  private List<String> keepRanks() throws SQLException {
    List<String> done = new ArrayList<>();
    while (true) {
      String next = Sql.rows(owner, "select laurel.keep_ranks()").getFirst();
      if (next.equals("null")) {
        return done;
      }
      done.add(next);
    }
  }

  private void assertRight() throws SQLException {
    assertThat(Sql.rows(owner, MISCOUNTS)).isEmpty();
    assertThat(
            Sql.rows(
                owner,
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
}
