package dev.laurel.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statistics by day and by month around the leap day of 2024, the last day that is closed. */
class PlayerStatisticsTest {

  private static final Stack STACK = Stack.shared();

  @BeforeAll
  static void fill() {
    for (String month : new String[] {"2024-01-01", "2024-02-01", "2024-03-01"}) {
      STACK.execute(StatisticsRows.partitions(month));
    }
    STACK.execute(
        StatisticsRows.completeUpTo("2024-03-01T12:00:00Z"),
        Rows.game("stat-a", "Stat A"),
        Rows.game("stat-b", "Stat B"),
        StatisticsRows.achievement("stat-a", "one", ""),
        StatisticsRows.achievement("stat-a", "two", ""),
        StatisticsRows.player("sara", 2, 5, 75, 600),
        StatisticsRows.game("sara", "stat-a", 2, 2, 40, 600),
        StatisticsRows.game("sara", "_none", 0, 3, 35, 0),
        StatisticsRows.unlock("sara", "stat-a", "one", "2024-02-29T10:00Z", 10),
        StatisticsRows.day("sara", "stat-a", "2024-01-31", 1, 0, 10, 0),
        StatisticsRows.day("sara", "stat-a", "2024-02-29", 1, 2, 30, 600),
        StatisticsRows.day("sara", "_none", "2024-02-29", 0, 1, 5, 0),
        StatisticsRows.day("sara", "_none", "2024-03-01", 0, 2, 30, 0),
        StatisticsRows.month("sara", "stat-a", "2024-01-01", 1, 0, 10, 0),
        StatisticsRows.month("sara", "stat-a", "2024-02-01", 1, 2, 30, 600),
        StatisticsRows.month("sara", "_none", "2024-02-01", 0, 1, 5, 0),
        StatisticsRows.month("sara", "_none", "2024-03-01", 0, 2, 30, 0),
        """
        update laurel.player_daily_stats set revision = 3, restated_at = '2024-03-01T09:00:00.5Z'
        where player_id = 'sara' and game_id = '_none' and day = '2024-02-29'
        """,
        StatisticsRows.player("sam", 0, 0, 0, 0),
        StatisticsRows.player("taken-off", 1, 0, 10, 0),
        StatisticsRows.day("taken-off", "stat-b", "2024-02-29", 1, 0, 10, 0),
        "update laurel.players set is_excluded = true where player_id = 'taken-off'");
  }

  @Test
  void tellsDaysOverAllGamesNewestFirst() {
    JsonNode data = statistics("sara", "").data();

    assertThat(data.fieldNames())
        .toIterable()
        .containsExactly("gameId", "granularity", "statistics", "totals", "pagination");
    assertThat(data.path("statistics").findValuesAsText("periodStart"))
        .containsExactly("2024-03-01", "2024-02-29", "2024-01-31");
    assertThat(data.path("statistics").get(1).toString())
        .isEqualTo(
            "{\"periodStart\":\"2024-02-29\",\"unlocks\":1,\"distinctUnlocks\":1,\"actions\":3,\"points\":35,"
                + "\"playtimeSeconds\":600,\"firstSeenAt\":\"2024-02-29T10:00:00Z\",\"lastSeenAt\":\"2024-02-29T11:00:00Z\","
                + "\"provisional\":false,\"revision\":3,\"restatedAt\":\"2024-03-01T09:00:00.500Z\"}");
    assertThat(data.path("pagination").toString())
        .isEqualTo("{\"limit\":50,\"offset\":0,\"total\":3,\"hasMore\":false}");
  }

  @Test
  void marksWhatIsNotClosed() {
    assertThat(statistics("sara", "").data().path("statistics").findValuesAsText("provisional"))
        .containsExactly("true", "false", "false");
    assertThat(
            statistics("sara", "granularity=monthly")
                .data()
                .path("statistics")
                .findValuesAsText("provisional"))
        .containsExactly("true", "false", "false");
  }

  @Test
  void tellsTheTotalsOfAPlayer() {
    assertThat(statistics("sara", "limit=1").data().path("totals").toString())
        .isEqualTo(
            "{\"unlocks\":2,\"distinctUnlocks\":2,\"actions\":5,\"points\":75,\"playtimeSeconds\":600,\"completion\":50.0,"
                + "\"firstSeenAt\":\"2024-01-31T23:00:00Z\",\"lastSeenAt\":\"2024-03-01T01:00:00Z\"}");
  }

  @Test
  void tellsThoseInOneGame() {
    JsonNode data = statistics("sara", "gameId=stat-a").data();

    assertThat(data.path("gameId").asText()).isEqualTo("stat-a");
    assertThat(data.path("statistics").findValuesAsText("points")).containsExactly("30", "10");
    assertThat(data.path("totals").toString())
        .isEqualTo(
            "{\"unlocks\":2,\"distinctUnlocks\":2,\"actions\":2,\"points\":40,\"playtimeSeconds\":600,\"completion\":50.0,"
                + "\"firstSeenAt\":\"2024-02-29T10:00:00Z\",\"lastSeenAt\":\"2024-02-29T11:00:00Z\"}");
  }

  @Test
  void tellsThoseWithoutAGame() {
    JsonNode data = statistics("sara", "gameId=_none").data();

    assertThat(data.path("statistics").findValuesAsText("points")).containsExactly("30", "5");
    assertThat(data.at("/totals/completion").asDouble()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"sara, stat-b", "sam, stat-a"})
  void isEmptyInAGameThatThePlayerNeverPlayed(String player, String game) {
    JsonNode data = statistics(player, "gameId=" + game).data();

    assertThat(data.path("statistics")).isEmpty();
    assertThat(data.path("totals").toString())
        .isEqualTo(
            "{\"unlocks\":0,\"distinctUnlocks\":0,\"actions\":0,\"points\":0,\"playtimeSeconds\":0,\"completion\":0.0,"
                + "\"firstSeenAt\":null,\"lastSeenAt\":null}");
  }

  @ParameterizedTest
  @CsvSource({
    "from=2024-02-29&to=2024-02-29, 2024-02-29",
    "from=2024-02-29, '2024-03-01,2024-02-29'",
    "to=2024-02-28, 2024-01-31",
    "from=2024-02-29T23:30:00-01:00, 2024-03-01",
    "from=2025-01-01, ''",
    "limit=1&offset=1, 2024-02-29",
    "offset=3, ''",
    "granularity=monthly, '2024-03-01,2024-02-01,2024-01-01'",
    "granularity=monthly&from=2024-02-29&to=2024-02-29, 2024-02-01",
    "granularity=monthly&gameId=stat-a&limit=1, 2024-02-01",
  })
  void keepsToWhatIsAskedFor(String query, String periods) {
    assertThat(
            String.join(
                ",",
                statistics("sara", query)
                    .data()
                    .path("statistics")
                    .findValuesAsText("periodStart")))
        .isEqualTo(periods);
  }

  @Test
  void saysHowManyPeriodsThereAreEvenPastTheEnd() {
    assertThat(statistics("sara", "offset=30&limit=10").pagination())
        .isEqualTo("{\"limit\":10,\"offset\":30,\"total\":3,\"hasMore\":false}");
  }

  @Test
  void keepsAPlayerWhoIsTakenOffTheBoards() {
    assertThat(statistics("taken-off", "").data().path("statistics")).hasSize(1);
  }

  private static Reply statistics(String player, String query) {
    return STACK.get("/api/v1/players/" + player + "/statistics?" + query);
  }
}
