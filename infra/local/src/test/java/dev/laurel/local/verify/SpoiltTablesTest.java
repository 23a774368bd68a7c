package dev.laurel.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One wrong row of every kind, in a real database that else holds what it has to. */
class SpoiltTablesTest {
  private static TestTables database;
  private static StoredTables tables;
  private static Freshness fresh;

  private final Script log = LogOfAllKinds.write();

  @BeforeAll
  static void fill() throws IOException, SQLException {
    database = TestTables.start();
    tables = StoredTables.open(database.url());
    database.reach("2026-03-05T12:00:00Z");
    fresh = tables.freshness();
    database.fill(LogOfAllKinds.write(), fresh);
  }

  @AfterAll
  static void stop() throws IOException, SQLException {
    tables.close();
    database.close();
  }

  @ParameterizedTest
  @EnumSource
  void aMissingRowIsFound(Table table) throws Exception {
    assertThat(
            database.run(
                "delete from laurel.%s where (tableoid, ctid) = (%s)"
                    .formatted(table.word(), first(table))))
        .isEqualTo(1);

    assertThat(found(table))
        .singleElement()
        .asString()
        .startsWith(table.word() + "\t")
        .endsWith("\t*\texpected a row\tfound no row");
  }

  @ParameterizedTest
  @EnumSource
  void aSuperfluousRowIsFound(Table table) throws Exception {
    String another =
        switch (table) {
          case GAME_DAILY_STATS, GAME_MONTHLY_STATS, ACHIEVEMENT_STATS -> "\"game_id\":\"zz\"";
          case PLATFORM_DAILY_STATS, LOG_DAILY_COUNTS -> "\"day\":\"2026-03-15\"";
          case PLATFORM_MONTHLY_STATS -> "\"month\":\"2026-07-01\"";
          case LEADERBOARD_TOPS, LEADERBOARD_FINALS -> "\"region\":\"ZZ\"";
          case CATALOG_HISTORY -> "\"log_offset\":99";
          default -> "\"player_id\":\"zz\"";
        };
    database.run(
        """
        insert into laurel.%1$s (%3$s) select %3$s from jsonb_populate_record(null::laurel.%1$s,
          (select to_jsonb(t) || '{%2$s}' from laurel.%1$s as t limit 1))\
        """
            .formatted(table.word(), another, database.written(table)));

    assertThat(found(table))
        .singleElement()
        .asString()
        .endsWith("\t*\texpected no row\tfound a row");
  }

  static Stream<Spoilt> columns() {
    return Stream.of(Table.values())
        .flatMap(table -> table.columns().stream().map(column -> new Spoilt(table, column)));
  }

  record Spoilt(Table table, String column) {}

  @ParameterizedTest
  @MethodSource("columns")
  void aWrongValueIsFoundInEveryColumn(Spoilt spoilt) throws Exception {
    assertThat(
            database.run(
                "update laurel.%s set %s = %s where (tableoid, ctid) = (%s)"
                    .formatted(
                        spoilt.table().word(),
                        spoilt.column(),
                        wrong(spoilt.column()),
                        first(spoilt.table()))))
        .isEqualTo(1);

    assertThat(found(spoilt.table()))
        .singleElement()
        .asString()
        .startsWith(spoilt.table().word() + "\t")
        .matches("(?s).*\t" + spoilt.column() + "(\\[\\d+])?\texpected .*\tfound .*");
  }

  private static String first(Table table) {
    return "select tableoid, ctid from laurel.%s order by 1, 2 limit 1".formatted(table.word());
  }

  private static String wrong(String column) {
    if (column.endsWith("_at") || column.equals("in_force_from")) {
      return "coalesce(%s, '2026-03-01Z') + interval '1 microsecond'".formatted(column);
    }
    return switch (column) {
      case "is_excluded" -> "not is_excluded";
      case "entries" -> "replace(entries::text, '\"score\":', '\"score\":1')::json";
      case "definition" -> "'{\"kind\":\"game\",\"gameId\":\"x\",\"name\":\"X\"}'";
      case "metadata" -> "'{\"x\":1}'";
      case "username", "region", "ip_address", "user_agent", "type", "kind", "game_id" ->
          "coalesce(%s, '') || 'x'".formatted(column);
      case "event_id", "achievement_id", "action_type", "request_id", "action_id" ->
          "coalesce(%s, '') || 'x'".formatted(column);
      default -> column + " + 1";
    };
  }

  /** The lines of all that differs; the table is as it was then. */
  private List<String> found(Table table) throws Exception {
    Verification.Result result = verify();
    assertThat(result.verdict().exitCode()).isEqualTo(1);
    assertThat(result.differing().keySet()).containsExactly(table);
    List<String> lines = new ArrayList<>();
    for (Difference each : result.differing().get(table).first()) {
      lines.addAll(each.lines());
    }
    restore(table);
    return lines;
  }

  private void restore(Table... spoilt) throws SQLException {
    for (Table table : spoilt) {
      database.fill(table, log, fresh);
    }
  }

  private Verification.Result verify() throws Exception {
    return new Verification(
            log.reckoning,
            into -> {},
            new HeldTables(log.expected(100), tables),
            Clock.systemUTC(),
            () -> {},
            Duration.ZERO)
        .run();
  }
}
