package dev.laurel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the watermark makes of days and months: complete, closed, no longer kept. */
class ClosedAndKeptTest {
  private Connection job;

  @BeforeEach
  void begin() throws SQLException {
    job = SharedDatabase.begin("laurel_job");
    Sql.run(job, "set local timezone = 'Pacific/Auckland'");
  }

  @AfterEach
  void rollBack() throws SQLException {
    job.rollback();
    job.close();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-20T00:59:59.999Z, 2026-03-19",
    "2026-03-20T01:00:00Z,     2026-03-20",
    "2026-03-21T00:59:59.999Z, 2026-03-20",
  })
  void aDayIsClosedAnHourAfterItsEnd(String watermark, String firstOpenDay) throws Exception {
    Sql.run(job, Progress.at(watermark));

    assertThat(Sql.rows(job, "select laurel.closed_before()")).containsExactly(firstOpenDay);
  }

  @Test
  void aDayIsClosedOnceItIsInEveryTableOfStatistics() throws Exception {
    Sql.run(job, Progress.at("2026-03-20T12:00:00Z"));
    Sql.run(job, Progress.of("players", 0, 1, "2026-03-01T12:00:00Z", "2026-03-20T12:01:00Z"));
    for (var table : List.of("game_daily_stats", "platform_monthly_stats", "achievement_stats")) {
      Sql.run(job, Progress.of(table, 0, 1, "2026-03-18T12:00:00Z", "2026-03-20T12:01:00Z"));
      assertThat(Sql.rows(job, "select laurel.closed_before()"))
          .as(table)
          .containsExactly("2026-03-18");

      Sql.run(job, Progress.of(table, 0, 1, "2026-03-20T12:00:00Z", "2026-03-20T12:01:00Z"));
      assertThat(Sql.rows(job, "select laurel.closed_before()")).containsExactly("2026-03-20");
    }
    Sql.run(
        job,
        Progress.of("game_monthly_stats", 0, 2, "2026-03-20T12:00:00Z", "2026-03-20T12:01:00Z"));
    assertThat(Sql.rows(job, "select laurel.closed_before()"))
        .as("while one task has not told yet")
        .containsExactly("-infinity");
  }

  @Test
  void nothingIsClosedOrLetGoBeforeTheFirstWatermark() throws Exception {
    assertThat(
            Sql.rows(job, "select laurel.closed_before(), laurel.kept_from('player_daily_stats')"))
        .containsExactly("-infinity|-infinity");

    Sql.run(job, Progress.at("-infinity"));

    assertThat(
            Sql.rows(job, "select laurel.closed_before(), laurel.kept_from('player_daily_stats')"))
        .containsExactly("-infinity|-infinity");
  }

  @ParameterizedTest
  @CsvSource({
    "score_events, 2025-12-01",
    "player_daily_stats, 2025-02-01",
    "game_daily_stats, 2025-02-01",
    "platform_daily_stats, 2025-02-01",
    "achievement_stats, 2025-02-01",
    "leaderboard_finals, 2025-02-01",
    "player_monthly_stats, -infinity",
    "players, -infinity",
  })
  void wholeMonthsAreLetGo(String table, String keptFrom) throws Exception {
    Sql.run(job, Progress.at("2026-03-20T12:00:00Z"));

    assertThat(Sql.rows(job, "select laurel.kept_from('" + table + "')")).containsExactly(keptFrom);
  }

  @Test
  void aTableIsAsCompleteAsItsSlowestTask() throws Exception {
    Sql.run(job, Progress.of(0, 2, "2026-03-20T12:00:00Z", "2026-03-20T12:01:00Z"));
    Sql.run(job, Progress.of(1, 2, "2026-03-20T11:00:00Z", "2026-03-20T12:01:00Z"));

    assertThat(freshness()).isEqualTo("2026-03-20 11:00:00+00");
  }

  @Test
  void ofFewerTasksOnlyThoseThatAreLeftCount() throws Exception {
    Sql.run(job, Progress.of(1, 2, "2026-03-20T11:00:00Z", "2026-03-20T12:01:00Z"));
    Sql.run(job, Progress.of(0, 1, "2026-03-20T12:00:00Z", "2026-03-20T12:02:00Z"));

    assertThat(freshness()).isEqualTo("2026-03-20 12:00:00+00");
  }

  @Test
  void ofMoreTasksNothingIsKnownUntilEachHasWritten() throws Exception {
    Sql.run(job, Progress.of(0, 1, "2026-03-20T12:00:00Z", "2026-03-20T12:01:00Z"));
    Sql.run(job, Progress.of(0, 2, "2026-03-20T12:05:00Z", "2026-03-20T12:06:00Z"));

    assertThat(freshness()).isEqualTo("null");
    assertThat(Sql.rows(job, "select laurel.closed_before()")).containsExactly("-infinity");

    Sql.run(job, Progress.of(1, 2, "2026-03-20T12:03:00Z", "2026-03-20T12:06:00Z"));

    assertThat(freshness()).isEqualTo("2026-03-20 12:03:00+00");
  }

  private String freshness() throws SQLException {
    Sql.run(job, "set local timezone = 'UTC'");
    return Sql.rows(
            job,
            "select complete_up_to from laurel.pipeline_freshness where table_name = 'player_daily_stats'")
        .get(0);
  }
}
