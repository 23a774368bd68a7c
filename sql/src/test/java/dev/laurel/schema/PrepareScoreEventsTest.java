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

/** Makes the month's partition, the one piece of DDL that the job may run. */
class PrepareScoreEventsTest {
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

  @Test
  void makesTheMonthOnceWhateverItsDay() throws Exception {
    prepare("2026-05-01");
    prepare("2026-05-31");

    assertThat(partitions(job, "2026_05"))
        .containsExactly(
            "score_events_2026_05|FOR VALUES FROM ('2026-05-01 00:00:00+00') TO ('2026-06-01 00:00:00+00')");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-31T23:59:59.999Z, score_events_2026_12",
    "2027-01-01T00:00:00Z,     score_events_2027_01",
    "2027-01-01T12:59:59+13:00, score_events_2026_12",
    "2026-12-31T23:00:00-01:00, score_events_2027_01",
  })
  void cutsMonthsInUtcWhateverTheSessionThinks(String occurredAt, String partition)
      throws Exception {
    Sql.run(job, "set local timezone = 'Pacific/Auckland'");
    prepare("2026-12-01");
    prepare("2027-01-31");

    Sql.run(job, eventAt(occurredAt));

    assertThat(Sql.rows(job, "select tableoid::regclass from laurel.score_events"))
        .containsExactly("laurel." + partition);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1970-01-01", "2999-12-31"})
  void takesTheFirstAndTheLastMonthOfTheLog(String day) throws Exception {
    prepare(day);
    Sql.run(job, eventAt(day + "T00:00:00Z"));

    assertThat(Sql.rows(job, "select count(*) from laurel.score_events")).containsExactly("1");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "date '1969-12-31', 1969-12-31",
        "date '3000-01-01', 3000-01-01",
        "date 'infinity', infinity",
        "null, <NULL>",
      })
  void refusesAMonthThatTheLogCannotHold(String literal, String named) {
    var refusal = Sql.refusal(job, "select laurel.prepare_score_events(" + literal + ")");

    assertThat(refusal.getSQLState()).isEqualTo("22023");
    assertThat(refusal.getMessage())
        .isEqualTo("month is " + named + ", expected a date from 1970-01-01 to 2999-12-31");
  }

  @ParameterizedTest
  @ValueSource(strings = {"laurel_api", "laurel_analyst"})
  void isTheJobsAlone(String role) throws Exception {
    try (var reader = SharedDatabase.begin(role)) {
      var refusal = Sql.refusal(reader, "select laurel.prepare_score_events('2026-05-01')");

      assertThat(refusal.getSQLState()).isEqualTo("42501");
    }
  }

  @Test
  void isNeededForTheFirstEventOfAMonth() throws Exception {
    prepare("2026-05-01");

    var refusal = Sql.refusal(job, eventAt("2026-06-01T00:00:00Z"));

    assertThat(refusal.getSQLState()).isEqualTo("23514");
    assertThat(refusal.getMessage()).contains("no partition of relation \"score_events\"");
  }

  @Test
  void givesThePartitionTheKeyAndTheChecksOfTheTable() throws Exception {
    prepare("2026-05-01");

    var own = "conislocal or coninhcount <> 1";
    assertThat(constraints("score_events_2026_05", own)).containsExactly("0");
    assertThat(constraints("score_events_2026_05", "true"))
        .isEqualTo(constraints("score_events", "true"))
        .isNotEqualTo(List.of("0"));
  }

  @Test
  void waitsForNoReaderAndHoldsUpNone() throws Exception {
    try (var reader = SharedDatabase.begin("laurel_analyst");
        var later = SharedDatabase.begin("laurel_api")) {
      Sql.rows(reader, "select count(player_id) from laurel.score_events");
      Sql.run(job, "set local lock_timeout = '1s'");
      Sql.run(later, "set local lock_timeout = '1s'");

      prepare("2026-05-01");

      assertThat(Sql.rows(later, "select count(*) from laurel.score_events")).containsExactly("0");
      assertThat(partitions(job, "2026_05")).hasSize(1);
    }
  }

  @Test
  void makesOnePartitionWhenManyAskAtOnce() throws Exception {
    try (var database = LaurelDatabase.start();
        var owner = database.connect("postgres");
        var callers = Executors.newFixedThreadPool(8)) {
      var together = new CyclicBarrier(8);
      Callable<Void> ask =
          () -> {
            try (var caller = database.connect("laurel_job")) {
              together.await(30, TimeUnit.SECONDS);
              Sql.run(caller, "select laurel.prepare_score_events('2026-05-01')");
              Sql.run(caller, "select laurel.prepare_score_events('2026-06-01')");
            }
            return null;
          };
      var asked = new ArrayList<Future<Void>>();
      for (int caller = 0; caller < 8; caller++) {
        asked.add(callers.submit(ask));
      }
      for (var answer : asked) {
        answer.get(30, TimeUnit.SECONDS);
      }
      assertThat(partitions(owner, "2026_")).hasSize(2);
    }
  }

  private void prepare(String day) throws SQLException {
    Sql.run(job, "select laurel.prepare_score_events('%s')".formatted(day));
  }

  private List<String> constraints(String table, String condition) throws SQLException {
    return Sql.rows(
        job,
        """
        select count(*) from pg_constraint
        where conrelid = 'laurel.%s'::regclass and contype in ('p', 'c') and (%s)
        """
            .formatted(table, condition));
  }

  private static String eventAt(String occurredAt) {
    return SampleRow.of("score_events")
        .with("occurred_at", "timestamptz '" + occurredAt + "'")
        .insert();
  }

  private static List<String> partitions(Connection connection, String name) throws SQLException {
    return Sql.rows(
        connection,
        """
        select c.relname, pg_get_expr(c.relpartbound, c.oid) from pg_inherits join pg_class c on c.oid = inhrelid
        where inhparent = 'laurel.score_events'::regclass and c.relname like 'score_events_%s%%'
        order by 1
        """
            .formatted(name));
  }
}
