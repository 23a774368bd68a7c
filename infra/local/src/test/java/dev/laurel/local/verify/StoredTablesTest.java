package dev.laurel.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One wrong row of every kind, in a real database that else holds what it has to. */
class StoredTablesTest {
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

  @BeforeEach
  void everyTableHasRows() throws SQLException {
    for (Table table : Table.values()) {
      assertThat(compare(table).equal()).as(table.word()).isPositive();
    }
  }

  @Test
  void tablesThatHoldWhatTheLogSaysAreEqual() throws Exception {
    assertThat(verify().verdict()).isEqualTo(Verdict.EQUAL);
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
        insert into laurel.%1$s select * from jsonb_populate_record(null::laurel.%1$s,
          (select to_jsonb(t) || '{%2$s}' from laurel.%1$s as t limit 1))\
        """
            .formatted(table.word(), another));

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

  @Test
  void whatIsWrittenOtherwiseButSaysTheSameIsEqual() throws Exception {
    database.run(
        """
        update laurel.leaderboard_tops set version = 9, published_at = 'epoch', as_of = 'epoch',
          entries = replace(replace(entries::text, ':00Z"', ':00.000+00:00"'), ',"score"', ', "username2":null, "score"')::json\
        """);
    database.run(
        "update laurel.player_daily_stats set revision = 7, restated_at = now(), version = 8,"
            + " updated_at = 'epoch'");
    database.run(
        "update laurel.catalog_history set definition = replace(replace(definition::text, '100',"
            + " '1e2'), '}', ',\"y\":null,\"x\":{\"a\":1}}')::json");

    assertThat(verify().verdict()).isEqualTo(Verdict.EQUAL);
    restore(Table.LEADERBOARD_TOPS, Table.PLAYER_DAILY_STATS, Table.CATALOG_HISTORY);
  }

  @Test
  void ofTwoEditionsTheOneWithTheGreaterVersionCounts() throws Exception {
    database.run(
        "insert into laurel.leaderboard_finals (scope, game_id, region, period, period_start,"
            + " edition, revision, version, published_at, total, entries)"
            + " select scope, game_id, region, period, period_start,"
            + " 'latest', 2, 2, now(), total, entries from laurel.leaderboard_finals");
    database.run("update laurel.leaderboard_finals set total = total + 1 where edition = 'first'");
    assertThat(compare(Table.LEADERBOARD_FINALS).isEqual()).isTrue();

    database.run("update laurel.leaderboard_finals set version = 3 where edition = 'first'");
    assertThat(compare(Table.LEADERBOARD_FINALS).equal()).isZero();
    restore(Table.LEADERBOARD_FINALS);
  }

  @Test
  void aBoardThatNobodyStandsOnIsAsGoodAsNone() throws Exception {
    database.run(
        "insert into laurel.leaderboard_tops values ('game', 'chess', 'ZZ', 'daily', '2026-03-05',"
            + " 1, now(), null, 0, '[]')");

    assertThat(compare(Table.LEADERBOARD_TOPS).isEqual()).isTrue();
    restore(Table.LEADERBOARD_TOPS);
  }

  @Test
  void topsOfPeriodsThatAreClosedMayBeAnything() throws Exception {
    database.run(
        "insert into laurel.leaderboard_tops values ('game', 'x', '*', 'daily', '2026-03-04', 1,"
            + " now(), null, 5, '[]')");

    assertThat(compare(Table.LEADERBOARD_TOPS).isEqual()).isTrue();
    restore(Table.LEADERBOARD_TOPS);
  }

  @Test
  void whatIsBeyondRetentionIsCountedAndNotCompared() throws Exception {
    database.run(
        "insert into laurel.game_daily_stats (game_id, day, active_players, new_players,"
            + " players_new_to_week, players_new_to_month, unlocks, distinct_unlocks, actions,"
            + " points, playtime_seconds, version) values ('old', '2024-01-01', 1, 1, 1, 1, 1, 1,"
            + " 1, 1, 1, 1)");

    assertThat(compare(Table.GAME_DAILY_STATS).isEqual()).isTrue();
    assertThat(tables.beyondRetention(Table.GAME_DAILY_STATS, fresh)).isEqualTo(1);
    assertThat(tables.beyondRetention(Table.GAME_MONTHLY_STATS, fresh)).isZero();
    assertThat(fresh.keptFrom().keySet())
        .containsExactlyInAnyOrder(
            Table.SCORE_EVENTS,
            Table.PLAYER_DAILY_STATS,
            Table.GAME_DAILY_STATS,
            Table.PLATFORM_DAILY_STATS,
            Table.ACHIEVEMENT_STATS,
            Table.LEADERBOARD_FINALS);
    restore(Table.GAME_DAILY_STATS);
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

  private Comparison compare(Table table) throws SQLException {
    return new HeldTables(log.expected(100), tables).compare(table, fresh, Set.of());
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
