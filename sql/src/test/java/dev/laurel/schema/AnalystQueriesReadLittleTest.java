package dev.laurel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The queries of the README over some 220,000 rows of {@code player_daily_stats}, planned with
 * untouched settings. {@link MeasureAnalystQueries} asks them over ten million, where 200,000 rows
 * may be read: here a fiftieth of that, or all players once, or what changed in a day.
 */
class AnalystQueriesReadLittleTest {
  private static Connection analyst;

  @BeforeAll
  static void connect() throws Exception {
    analyst = LoadedDatabase.made("laurel_analyst");
  }

  @AfterAll
  static void close() throws Exception {
    analyst.close();
  }

  static List<Question> questions() throws IOException {
    return Question.all().stream()
        .filter(question -> !question.query().contains("updated_at >="))
        .filter(question -> !question.query().contains("restated_at >="))
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("questions")
  void readLittleAndNoDaysOfPlayersFromEndToEnd(Question question) throws Exception {
    var work = Work.of(analyst, question.query());

    assertThat(work.rowsRead()).isLessThan(4_000);
    assertThat(work.readWhole())
        .noneMatch(table -> table.matches("player_(daily|monthly)_stats.*"));
  }

  /** What changed is found by ranges of pages, so some rows beside it are read too. */
  @Test
  void readsOfWhatChangedLeaveOldMonthsAlone() throws Exception {
    var work =
        Work.of(
            analyst,
            "select * from laurel.player_daily_stats where updated_at >= timestamptz '2026-03-20T00:00:00Z'");

    assertThat(work.readWhole())
        .noneMatch(table -> table.matches("player_daily_stats_202(5_1|6).*"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "platform_days where day between date '2026-03-01' and date '2026-03-07'",
        "platform_days where day = date '2026-03-01'",
        "game_days where game_id = 'go' and day = date '2026-03-01'",
        "game_days where day = date '2026-03-01'",
        "platform_weeks where week = date '2026-03-02'",
        "game_weeks where game_id = 'go' and week >= date '2026-03-02'",
        "platform_months where month = date '2026-02-01'",
        "game_months where game_id = 'go' and month = date '2026-02-01'",
        "cohorts where cohort_day = date '2026-02-01'",
        "player_days where player_id = 'ann'",
        "player_days where day = date '2026-03-01' and game_id = 'chess'",
        "player_months where player_id = 'ann'",
        "game_region_days where game_id = 'go' and day = date '2026-03-01'",
        "game_rank_movement where game_id = 'go' and period = 'weekly' and period_start = date '2026-03-09'",
        "completion_funnel where game_id = 'go'",
        "achievement_rarity where game_id = 'go'",
      })
  void conditionsReachTheTables(String view) throws Exception {
    var work = Work.of(analyst, "select * from analytics." + view);

    assertThat(work.rowsRead()).isLessThan(4_000);
    assertThat(work.readWhole())
        .noneMatch(table -> table.matches("player_(daily|monthly)_stats.*"));
  }

  @Test
  void aReadFromEndToEndIsSeen() throws Exception {
    var work = Work.of(analyst, "select sum(points) from laurel.player_daily_stats");

    assertThat(work.rowsRead()).isGreaterThan(200_000);
    assertThat(work.readWhole()).contains("player_daily_stats_2026_03");
  }
}
