package dev.laurel.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a real database may say and what it may say otherwise. */
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
