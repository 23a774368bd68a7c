package dev.laurel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Makes partitions ahead and drops what is no longer kept, on a server of its own. */
class KeepPartitionsTest {
  private static final String EMPTY =
      """
      do $$
      declare
        partition regclass;
      begin
        for partition in
          select inhrelid from pg_inherits
          where inhparent in (select partrelid from pg_partitioned_table)
        loop
          execute 'drop table ' || partition;
        end loop;
        truncate laurel.pipeline_progress, laurel.game_daily_stats, laurel.platform_daily_stats,
          laurel.achievement_stats, laurel.leaderboard_finals;
      end
      $$
      """;

  private static LaurelDatabase database;
  private Connection owner;
  private Connection api;

  @BeforeAll
  static void start() throws Exception {
    database = LaurelDatabase.start();
  }

  @AfterAll
  static void stop() throws Exception {
    database.close();
  }

  @BeforeEach
  void prepare() throws Exception {
    owner = database.connect("postgres");
    api = database.connect("laurel_api");
    Sql.run(api, "set default_transaction_read_only = off");
    Sql.run(owner, EMPTY);
    for (var day : List.of("2025-01-31", "2025-02-01", "2026-03-01")) {
      prepare("player_daily_stats", day);
    }
    prepare("score_events", "2025-11-30");
    prepare("score_events", "2025-12-01");
    prepare("player_monthly_stats", "2020-01-01");
    Sql.run(owner, Progress.at("2026-03-20T12:00:00Z"));
  }

  @AfterEach
  void disconnect() throws Exception {
    api.close();
    owner.close();
  }

  @Test
  void dropsWhatIsNoLongerKeptOneTableACall() throws Exception {
    assertThat(dropped(keep())).containsExactly("dropped|player_daily_stats_2025_01");
    assertThat(dropped(keep())).containsExactly("dropped|score_events_2025_11");
    assertThat(dropped(keep())).isEmpty();

    assertThat(names())
        .contains("player_daily_stats_2025_02", "score_events_2025_12", "player_monthly_stats_2020")
        .doesNotContain("player_daily_stats_2025_01", "score_events_2025_11");
  }

  @Test
  void makesThisPeriodAndTheNextTwoByTheClockAndByTheWatermark() throws Exception {
    var made = keep().stream().filter(row -> row.startsWith("made|")).toList();

    assertThat(made)
        .contains(
            "made|player_daily_stats_2026_04",
            "made|player_daily_stats_2026_05",
            "made|player_monthly_stats_2028",
            "made|score_events_2026_03");
    assertThat(names())
        .containsAll(
            Sql.rows(
                owner,
                """
                select of_table || to_char(now() at time zone 'UTC' + step * interval '1 month', '_YYYY_MM')
                from unnest(array['score_events', 'player_daily_stats']) as of_table
                cross join generate_series(0, 2) as step
                """));
    assertThat(keep()).noneMatch(row -> row.startsWith("made|"));
  }

  @Test
  void deletesOldRowsOfTheSmallTables() throws Exception {
    for (var day : List.of("2025-01-31", "2025-02-01")) {
      var date = "date '" + day + "'";
      Sql.run(owner, SampleRow.of("game_daily_stats").with("day", date).insert());
      Sql.run(owner, SampleRow.of("platform_daily_stats").with("day", date).insert());
      Sql.run(
          owner,
          SampleRow.of("achievement_stats")
              .with("period", "'daily'")
              .with("period_start", date)
              .insert());
      Sql.run(
          owner,
          SampleRow.of("leaderboard_finals")
              .with("period", "'daily'")
              .with("period_start", date)
              .insert());
    }
    for (var table : List.of("achievement_stats", "leaderboard_finals")) {
      Sql.run(
          owner,
          SampleRow.of(table)
              .with("period", "'monthly'")
              .with("period_start", "date '2020-01-01'")
              .insert());
    }

    keep();

    assertThat(Sql.rows(owner, "select day from laurel.game_daily_stats"))
        .containsExactly("2025-02-01");
    assertThat(Sql.rows(owner, "select day from laurel.platform_daily_stats"))
        .containsExactly("2025-02-01");
    for (var table : List.of("achievement_stats", "leaderboard_finals")) {
      assertThat(Sql.rows(owner, "select period_start from laurel." + table + " order by 1"))
          .as(table)
          .containsExactly("2020-01-01", "2025-02-01");
    }
  }

  @Test
  void keepsAllBeforeTheFirstWatermark() throws Exception {
    Sql.run(owner, "delete from laurel.pipeline_progress");
    assertThat(dropped(keep())).isEmpty();

    Sql.run(owner, Progress.at("-infinity"));
    assertThat(dropped(keep())).isEmpty();
  }

  @Test
  void runsOnceAtATime() throws Exception {
    try (var other = database.connect("laurel_api")) {
      Sql.run(other, "set default_transaction_read_only = off");
      other.setAutoCommit(false);
      assertThat(Sql.rows(other, "select * from laurel.keep_partitions()")).isNotEmpty();

      assertThat(keep()).isEmpty();

      other.rollback();
    }
    assertThat(keep()).isNotEmpty();
  }

  @Test
  void givesWayToAReaderAndDropsTheOtherTablesPartitions() throws Exception {
    try (var reader = database.connect("laurel_analyst")) {
      reader.setAutoCommit(false);
      Sql.rows(reader, "select count(*) from laurel.player_daily_stats");

      assertThat(dropped(keep())).containsExactly("dropped|score_events_2025_11");
      assertThat(Sql.rows(reader, "select count(*) from laurel.player_daily_stats"))
          .containsExactly("0");

      reader.rollback();
    }
    assertThat(dropped(keep())).containsExactly("dropped|player_daily_stats_2025_01");
  }

  @Test
  void givesWayToAWriterOfARowThatItWouldDelete() throws Exception {
    Sql.run(owner, SampleRow.of("game_daily_stats").with("day", "date '2025-01-01'").insert());
    try (var job = database.connect("laurel_job")) {
      job.setAutoCommit(false);
      Sql.run(job, "update laurel.game_daily_stats set version = 2");

      assertThat(dropped(keep())).hasSize(1);

      job.commit();
    }
    keep();
    assertThat(Sql.rows(owner, "select count(*) from laurel.game_daily_stats"))
        .containsExactly("0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"laurel_job", "laurel_analyst"})
  void isTheApisAlone(String role) throws Exception {
    try (var other = database.connect(role)) {
      assertThat(Sql.refusal(other, "select * from laurel.keep_partitions()").getSQLState())
          .isEqualTo("42501");
    }
  }

  private List<String> keep() throws SQLException {
    return Sql.rows(api, "select * from laurel.keep_partitions()");
  }

  private static List<String> dropped(List<String> rows) {
    return rows.stream().filter(row -> row.startsWith("dropped|")).toList();
  }

  private List<String> names() throws SQLException {
    return Sql.rows(owner, "select relname from pg_class where relispartition and relkind = 'r'");
  }

  private void prepare(String table, String day) throws SQLException {
    Sql.run(owner, "select laurel.prepare_partition('%s', '%s')".formatted(table, day));
  }
}
