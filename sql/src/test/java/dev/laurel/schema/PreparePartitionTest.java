package dev.laurel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Makes the partition that holds a day; {@link PrepareScoreEventsTest} says more of the first. */
class PreparePartitionTest {
  private Connection job;

  @BeforeEach
  void begin() throws SQLException {
    job = SharedDatabase.begin("laurel_job");
  }

  @AfterEach
  void rollBack() throws SQLException {
    job.rollback();
    job.close();
  }

  @ParameterizedTest
  @CsvSource({
    "score_events,         2026-05-31, score_events_2026_05, 2026-05-01 00:00:00+00, 2026-06-01 00:00:00+00",
    "player_daily_stats,   2026-12-31, player_daily_stats_2026_12, 2026-12-01, 2027-01-01",
    "player_monthly_stats, 2026-05-31, player_monthly_stats_2026, 2026-01-01, 2027-01-01",
  })
  void makesItOnce(String table, String day, String partition, String from, String to)
      throws Exception {
    Sql.run(job, "set local timezone = 'Pacific/Auckland'");
    prepare(table, day);
    prepare(table, day);
    Sql.run(job, "set local timezone = 'UTC'");

    assertThat(partitions(job, table))
        .containsExactly(partition + "|FOR VALUES FROM ('%s') TO ('%s')".formatted(from, to));
  }

  @Test
  void refusesATableThatHasNoPartitions() {
    for (var table :
        List.of("'players'", "'player_daily_stats_2026_05'", "'x; drop table y'", "null")) {
      var refusal =
          Sql.refusal(
              job, "savepoint s; select laurel.prepare_partition(" + table + ", '2026-05-01')");

      assertThat(refusal.getSQLState()).isEqualTo("22023");
      assertThat(refusal.getMessage())
          .endsWith("expected score_events, player_daily_stats or player_monthly_stats");
      rollBackToSavepoint();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"'1969-12-31'", "'3000-01-01'", "'infinity'", "null"})
  void refusesADayThatTheLogCannotHold(String day) {
    var refusal =
        Sql.refusal(job, "select laurel.prepare_partition('player_daily_stats', " + day + ")");

    assertThat(refusal.getSQLState()).isEqualTo("22023");
    assertThat(refusal.getMessage()).endsWith("expected a date from 1970-01-01 to 2999-12-31");
  }

  @ParameterizedTest
  @CsvSource({
    "player_daily_stats,   2025-01-31, false",
    "player_daily_stats,   2025-02-01, true",
    "score_events,         2025-11-30, false",
    "score_events,         2025-12-01, true",
    "player_monthly_stats, 1970-01-01, true",
  })
  void makesNothingForWhatIsNoLongerKept(String table, String day, boolean kept) throws Exception {
    Sql.run(job, "set local timezone = 'UTC'");
    Sql.run(job, Progress.at("2026-03-20T12:00:00Z"));

    prepare(table, day);

    assertThat(partitions(job, table)).hasSize(kept ? 1 : 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"score_events", "player_daily_stats", "player_monthly_stats"})
  void withoutItARowIsRefused(String table) {
    var refusal = Sql.refusal(job, SampleRow.of(table).insert());

    assertThat(refusal.getSQLState()).isEqualTo("23514");
    assertThat(refusal.getMessage()).contains("no partition of relation \"" + table + "\"");
  }

  @Test
  void noTableHasAPartitionForTheRest() throws Exception {
    assertThat(
            Sql.rows(
                job, "select partrelid::regclass from pg_partitioned_table where partdefid <> 0"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"laurel_api", "laurel_analyst"})
  void isTheJobsAlone(String role) throws Exception {
    try (var reader = SharedDatabase.begin(role)) {
      var refusal =
          Sql.refusal(
              reader, "select laurel.prepare_partition('player_daily_stats', '2026-05-01')");

      assertThat(refusal.getSQLState()).isEqualTo("42501");
    }
  }

  @Test
  void makesEachOnceWhenManyAskAtOnce() throws Exception {
    try (var database = LaurelDatabase.start();
        var owner = database.connect("postgres");
        var callers = Executors.newFixedThreadPool(6)) {
      var together = new CyclicBarrier(6);
      Callable<Void> ask =
          () -> {
            try (var caller = database.connect("laurel_job")) {
              together.await(30, TimeUnit.SECONDS);
              Sql.run(
                  caller, "select laurel.prepare_partition('player_daily_stats', '2026-05-01')");
              Sql.run(
                  caller, "select laurel.prepare_partition('player_monthly_stats', '2026-05-01')");
            }
            return null;
          };
      var asked = new ArrayList<Future<Void>>();
      for (int caller = 0; caller < 6; caller++) {
        asked.add(callers.submit(ask));
      }
      for (var answer : asked) {
        answer.get(30, TimeUnit.SECONDS);
      }
      assertThat(partitions(owner, "player_daily_stats")).hasSize(1);
      assertThat(partitions(owner, "player_monthly_stats")).hasSize(1);
    }
  }

  private void prepare(String table, String day) throws SQLException {
    Sql.run(job, "select laurel.prepare_partition('%s', '%s')".formatted(table, day));
  }

  private void rollBackToSavepoint() {
    try {
      Sql.run(job, "rollback to savepoint s");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> partitions(Connection connection, String table) throws SQLException {
    return Sql.rows(
        connection,
        """
        select c.relname, pg_get_expr(c.relpartbound, c.oid) from pg_inherits join pg_class c on c.oid = inhrelid
        where inhparent = 'laurel.%s'::regclass order by 1
        """
            .formatted(table));
  }
}
