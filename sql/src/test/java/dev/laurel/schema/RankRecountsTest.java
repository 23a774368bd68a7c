package dev.laurel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Upkeep of counts that somebody made wrong. */
class RankRecountsTest {
  /** More are counted in the third range of everyone's board, and so in its group. */
  private static final String PLANT =
      """
      with planted as (
        update laurel.rank_ranges set players = players + %1$d
        where region = '*' and (neg_score, reached_at, player_id) = (
          select neg_score, reached_at, player_id from laurel.rank_ranges where region = '*'
          order by neg_score, reached_at, player_id offset 2 limit 1)
        returning group_id)
      update laurel.rank_groups as ranges set players = players + %1$d
      from planted where planted.group_id = ranges.group_id
      """;

  private static final String GONE =
      """
      {"board": "global", "region": "DE", "neg_score": 7, "reached_at": "2026-01-01Z", "player_id": "gone", "players": 4000}
      """;

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
  void aRangeIsNotCutPastItsEndWhereTooManyWereCounted() throws Exception {
    board.fill(10_000);
    long before = board.ranges("*");
    board.run(PLANT.formatted(3_000));

    assertThat(board.keepRanks()).containsExactly("counted 1024 instead of 4024 of global *");

    assertThat(board.ranges("*")).isEqualTo(before);
    board.assertRight();
  }

  @Test
  void aWrongCountIsFoundAndPutRightInItsTurn() throws Exception {
    board.fill(10_000);
    board.run(PLANT.formatted(500));
    board.run("update laurel.rank_groups set players = players - 500 where region = 'DE'");
    List<String> done = new ArrayList<>();
    long turns = board.ranges("*") + board.ranges("DE") + board.ranges("FR");
    for (long turn = 0; turn < turns; turn++) {
      done.addAll(board.keepRanks());
    }

    assertThat(done)
        .containsExactlyInAnyOrder(
            "counted 1024 instead of 1524 of global *", "summed up a group of global DE");
    board.assertRight();
  }

  @Test
  void whatIsGoneOrTooSmallIsNeitherCutNorParted() throws Exception {
    board.fill(10_000);
    String all = "select * from laurel.rank_ranges order by 1, 2, 3, 4, 5";
    var before = board.rows(all);

    board.run("select laurel.cut_range(range) from laurel.rank_ranges as range");
    board.run(
        "select laurel.cut_range(jsonb_populate_record(null::laurel.rank_ranges, '%s'))"
            .formatted(GONE));
    board.run("select laurel.part_group(-1)");
    board.run("delete from laurel.rank_ranges where region = 'DE' and player_id <> ''");
    board.run("select laurel.part_group(group_id) from laurel.rank_groups where region = 'DE'");

    assertThat(board.rows("select count(*) from laurel.rank_groups")).containsExactly("3");
    assertThat(board.rows(all.replace("order", "where region <> 'DE' order")))
        .isEqualTo(before.stream().filter(range -> !range.contains("|DE|")).toList());
  }
}
