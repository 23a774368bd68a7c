package dev.laurel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each bad row is a good one with one value changed, so that one constraint alone can refuse it.
 */
class ConstraintsTest {
  private Connection job;

  @BeforeEach
  void begin() throws SQLException {
    job = SharedDatabase.begin("laurel_job");
    for (var table : List.of("score_events", "player_daily_stats", "player_monthly_stats")) {
      Sql.run(job, "select laurel.prepare_partition('%s', '2026-03-01')".formatted(table));
    }
  }

  @AfterEach
  void rollBack() throws SQLException {
    job.rollback();
    job.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void takeAGoodRow(String table) throws Exception {
    Sql.run(job, SampleRow.of(table).insert());

    assertThat(Sql.rows(job, "select count(*) from laurel." + table)).containsExactly("1");
  }

  @ParameterizedTest(name = "{0} refuses {1} = {2}")
  @CsvSource(textBlock = BadValues.ALL + BadStatistics.ALL, delimiter = '|', quoteCharacter = '~')
  void refuseABadValue(String constraint, String column, String literal) {
    var table =
        tables().filter(name -> constraint.startsWith(name + "_")).findFirst().orElseThrow();

    var refusal = Sql.refusal(job, SampleRow.of(table).with(column, literal).insert());

    assertThat(refusal.getSQLState()).isEqualTo("23514");
    assertThat(refusal.getConstraint()).isEqualTo(constraint);
  }

  @Test
  void areAllPutToTheTest() throws Exception {
    var tested =
        (BadValues.ALL + BadStatistics.ALL)
            .lines()
            .map(line -> line.split(" ", 2)[0])
            .distinct()
            .toList();

    var existing =
        Sql.rows(
            job,
            """
            select conname from pg_constraint join pg_class c on c.oid = conrelid
            where connamespace = 'laurel'::regnamespace and contype = 'c' and not relispartition
              and has_table_privilege('laurel_job', c.oid, 'INSERT')
            """);

    assertThat(tested).containsExactlyInAnyOrderElementsOf(existing);
  }

  @ParameterizedTest(name = "{0}.{1}")
  @MethodSource("columnsThatAreNeverNull")
  void refuseNullWhereAValueIsNeeded(String table, String column) {
    var refusal = Sql.refusal(job, SampleRow.of(table).with(column, "null").insert());

    assertThat(refusal.getSQLState()).isEqualTo("23502");
    assertThat(refusal.getColumn()).isEqualTo(column);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void refuseTheSameKeyTwice(String table) throws Exception {
    Sql.run(job, SampleRow.of(table).insert());

    var refusal = Sql.refusal(job, SampleRow.of(table).insert());

    assertThat(refusal.getSQLState()).isEqualTo("23505");
    assertThat(refusal.getConstraint())
        .isIn(table + "_pkey", table + "_2026_03_pkey", table + "_2026_pkey");
  }

  static Stream<String> tables() {
    return SampleRow.ALL.stream().map(SampleRow::table);
  }

  /** All but what partitions go by, which is refused before that: a null belongs in none. */
  static List<Object[]> columnsThatAreNeverNull() throws SQLException {
    try (var owner = SharedDatabase.connect("postgres")) {
      return Sql.rows(
              owner,
              """
              select relname, attname from pg_attribute join pg_class c on c.oid = attrelid
              where relnamespace = 'laurel'::regnamespace and relkind in ('r', 'p') and not relispartition
                and has_table_privilege('laurel_job', c.oid, 'INSERT') and attnum > 0 and attnotnull
                and (relname, attname) not in (
                  ('score_events', 'occurred_at'), ('player_daily_stats', 'day'), ('player_monthly_stats', 'month'))
              """)
          .stream()
          .map(row -> (Object[]) row.split("\\|", 2))
          .toList();
    }
  }
}
