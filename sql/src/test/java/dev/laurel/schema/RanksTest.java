package dev.laurel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counts by range against counting, whatever is written meanwhile and by however many. */
class RanksTest {
  private RankedBoard board;

  @BeforeEach
  void start() throws Exception {
    board = RankedBoard.start();
  }

  @AfterEach
  void stop() throws Exception {
    board.close();
  }

  @Test
  void countNothingOfSmallBoards() throws Exception {
    board.write(1, 2_000, 1);
    board.fillTops();

    assertThat(board.keepRanks()).isEmpty();
    assertThat(board.rows("select count(*) from laurel.rank_ranges")).containsExactly("0");
  }

  @Test
  void areCutAsABoardGrowsAndJoinedAsItShrinks() throws Exception {
    board.write(1, 20_000, 1);
    board.fillTops();
    board.keepRanks();
    assertThat(board.ranges("*")).isBetween(15L, 25L);
    board.assertRight();

    board.write(20_001, 60_000, 1);
    board.assertRight();
    board.keepRanks();
    assertThat(board.ranges("*")).isBetween(30L, 65L);
    assertThat(board.rows("select max(players) <= 3072 from laurel.rank_ranges"))
        .containsExactly("t");
    board.assertRight();

    board.run("delete from laurel.players where random() < 0.95");
    board.assertRight();
    board.keepRanks();
    assertThat(board.ranges("*")).isLessThan(16);
    board.assertRight();
  }

  @Test
  void areGroupedSoThatNoGroupHasMoreThan128() throws Exception {
    board.write(1, 150_000, 1);
    board.fillTops();

    assertThat(board.keepRanks()).anyMatch(done -> done.startsWith("parted"));

    assertThat(
            board.rows(
                "select max(count) <= 128 from (select count(*) from laurel.rank_ranges group by group_id) as grouped"))
        .containsExactly("t");
    board.assertRight();
  }

  /**
   * A range looks like a third of the board to the planner, which calls for help where that is
   * great.
   */
  @Test
  void areReadByOneProcess() throws Exception {
    board.run(
        """
        set parallel_setup_cost = 0; set parallel_tuple_cost = 0;
        set min_parallel_index_scan_size = 0; set min_parallel_table_scan_size = 0""");
    board.fill(20_000);
    long before = workers();

    board.run("select count(*) from laurel.players where neg_score >= 0");
    long ofPlainCount = workers() - before;
    board.run(
        "select laurel.places_before('global', '*', neg_score, reached_at, player_id) from laurel.place_at('global', '*', 9999)");

    assertThat(ofPlainCount).isPositive();
    assertThat(workers() - before).isEqualTo(ofPlainCount);
  }

  private long workers() throws SQLException {
    board.run("select pg_stat_force_next_flush()");
    return Long.parseLong(
        board.rows("select sum(parallel_workers_to_launch) from pg_stat_database").getFirst());
  }

  @Test
  void leaveNoEmptyGroupsBehindWhenAllScoresRise() throws Exception {
    board.fill(150_000);
    String groups = "select count(*) from laurel.rank_groups where region = '*'";
    List<String> before = board.rows(groups);

    board.run("update laurel.players set score = score + 100");
    board.keepRanks();

    assertThat(board.rows(groups)).isEqualTo(before);
    assertThat(board.rows("select count(*) from laurel.rank_groups where players = 0"))
        .containsExactly("0");
    assertThat(
            board.rows(
                "select region from laurel.rank_groups where reached_at = '-infinity' order by 1"))
        .containsExactly("*", "DE", "FR");
    board.assertRight();
  }

  @Test
  void joinGroupsThatHaveBecomeSmallAndKeepTheFirstOfABoard() throws Exception {
    board.fill(20_000);
    board.run("select laurel.part_group(group_id) from laurel.rank_groups");
    assertThat(board.rows("select count(*) from laurel.rank_groups")).containsExactly("6");

    assertThat(board.keepRanks()).hasSize(3).allMatch(done -> done.startsWith("joined a group"));

    assertThat(board.rows("select region, players > 0 from laurel.rank_groups order by 1"))
        .containsExactly("*|t", "DE|t", "FR|t");
    board.assertRight();
    board.run("select laurel.join_group(group_id) from laurel.rank_groups");
    board.assertRight();
    assertThat(board.rows("select count(*) from laurel.rank_groups")).containsExactly("3");
  }

  @Test
  void arePutRightWhereFewerThanNobodyWereCounted() throws Exception {
    board.write(1, 10_000, 1);
    board.fillTops();
    board.keepRanks();
    board.run("alter table laurel.players disable trigger user");
    board.write(1, 10_000, 3);
    board.run("alter table laurel.players enable trigger user");
    board.run("update laurel.rank_ranges set players = -1 where region = '*'");

    assertThat(board.keepRanks())
        .anyMatch(
            done -> done.startsWith("counted") && done.endsWith(" instead of -1 of global *"));

    assertThat(board.rows(RankedBoard.MISCOUNTS)).allMatch(wrong -> !wrong.startsWith("global *"));
  }

  @Test
  void goWithTheTable() throws Exception {
    board.write(1, 10_000, 1);
    board.fillTops();
    board.keepRanks();

    board.run("truncate laurel.players");

    assertThat(board.rows("select count(*) from laurel.rank_groups")).containsExactly("0");
    assertThat(board.rows("select laurel.places_on('global', '*')")).containsExactly("0");
  }

  @Test
  void areRightWhileSeveralWriteAndRangesAreCutAndJoined() throws Exception {
    board.write(1, 20_000, 1);
    board.fillTops();
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
    board.assertRight();
    board.keepRanks();
    board.assertRight();
  }

  private int write(int first) throws SQLException {
    try (Connection job = board.connect("laurel_job")) {
      for (int batch = 0; batch < 25; batch++) {
        Sql.run(job, RankedBoard.BATCH.formatted(first, 24_000, 3));
      }
    }
    return 25;
  }

  private int keepOn() throws SQLException {
    int done = 0;
    try (Connection keeper = board.connect("postgres")) {
      for (int i = 0; i < 60; i++) {
        done += Sql.rows(keeper, "select laurel.keep_ranks()").equals(List.of("null")) ? 0 : 1;
      }
    }
    return done;
  }
}
