package dev.laurel.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.schema.LaurelDatabase;
import dev.laurel.serving.database.Database;
import dev.laurel.serving.database.Upkeep;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class UpkeepTest {

  private static final String THIS_MONTH =
      "select 1 from pg_class where relname = 'player_daily_stats_' || to_char(now() at time zone 'UTC', 'YYYY_MM')";
  private static final String LONG_AGO =
      "select 1 from pg_class where relname = 'player_daily_stats_2020_01'";

  private static LaurelDatabase server;

  @BeforeAll
  static void start() throws IOException, SQLException {
    server = LaurelDatabase.start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @Test
  void makesPartitionsAheadAtTheStart() {
    try (Database database = database(server.url());
        Upkeep keep = Upkeep.ofPartitions(database, Duration.ofHours(1))) {
      keep.start();

      await().until(() -> isThere(database, THIS_MONTH));
      assertThat(keep.failures()).isZero();
    }
  }

  @Test
  void letsGoWhatIsNoLongerKeptWhenItsTimeComesAgain() throws SQLException {
    try (Database database = database(server.url());
        Upkeep keep = Upkeep.ofPartitions(database, Duration.ofMillis(200))) {
      keep.start();
      await().until(() -> isThere(database, THIS_MONTH));

      execute(
          "select laurel.prepare_partition('player_daily_stats', '2020-01-01')",
          StatisticsRows.completeUpTo("2026-01-01T00:00:00Z"));

      await().until(() -> !isThere(database, LONG_AGO));
    }
  }

  @Test
  void leavesConnectionsReadOnlyAndBoundAsTheyWere() {
    try (Database database = database(server.url())) {
      assertThat(
              database.change(
                  "select current_setting('transaction_read_only') || ' ' || current_setting('statement_timeout')",
                  Duration.ofSeconds(7),
                  row -> row.getString(1)))
          .containsExactly("off 7s");

      assertThat(
              database.query(
                  "select current_setting('transaction_read_only') || ' ' || current_setting('statement_timeout')",
                  none -> {},
                  row -> row.getString(1)))
          .containsExactly("on 5s");
    }
  }

  @Test
  void countsFailuresAndTriesAgain() {
    try (Database nowhere = database("jdbc:postgresql://127.0.0.1:1/laurel");
        Upkeep keep = Upkeep.ofPartitions(nowhere, Duration.ofMillis(1))) {
      keep.start();

      await().atMost(Duration.ofSeconds(20)).until(() -> keep.failures() > 1);
    }
  }

  @Test
  void laysRangesAndRecordsRanksOfABoardThatHasGrown() throws SQLException {
    execute(
        """
        insert into laurel.players (player_id, score, reached_at, first_seen_at, last_seen_at, version)
        select 'p' || n, n, '2026-01-01Z', '2026-01-01Z', '2026-01-01Z', 1 from generate_series(1, 4000) as n""",
        """
        insert into laurel.leaderboard_tops (scope, game_id, region, period, period_start, version, published_at, total, entries)
        values ('global', 'global', '*', 'all-time', '1970-01-01', 1, now(), 4000, '[]')""");
    try (Database database = database(server.url());
        Upkeep ranks = Upkeep.ofRanks(database, Duration.ofHours(1));
        Upkeep history = Upkeep.ofRankHistory(database, Duration.ofMillis(200))) {
      ranks.start();
      history.start();

      await()
          .until(() -> isThere(database, "select 1 from laurel.rank_ranges having count(*) = 4"));
      await()
          .until(
              () -> isThere(database, "select 1 from laurel.rank_history having count(*) = 4000"));
      assertThat(ranks.failures() + history.failures()).isZero();
    }
  }

  @Test
  void isMeasured() {
    for (String upkeep : List.of("keep_partitions", "keep_ranks", "record_ranks")) {
      assertThat(Metric.of(Stack.shared(), "laurel_" + upkeep + "_failures_total")).isNotNegative();
    }
  }

  private static boolean isThere(Database database, String query) {
    List<Integer> found = database.query(query, none -> {}, row -> row.getInt(1));
    return !found.isEmpty();
  }

  private static Database database(String url) {
    return new Database(url, "laurel_api", "", 1, Database.Planning.EACH, new Properties());
  }

  private static void execute(String... statements) throws SQLException {
    try (Connection owner = server.connect("postgres");
        Statement statement = owner.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
