package dev.laurel.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A player at a glance, on the first of March of a leap year. */
class DashboardTest {

  private static final Stack STACK = Stack.shared();
  private static ServiceAt service;

  @BeforeAll
  static void fill() throws BadConfigurationException {
    STACK.execute(StatisticsRows.partitions("2024-02-01"));
    STACK.execute(StatisticsRows.partitions("2024-03-01"));
    STACK.execute(
        Rows.game("dash-a", "Dash A"),
        Rows.game("dash-b", "Dash B"),
        Rows.game("dash-c", "Dash C"),
        StatisticsRows.achievement("dash-a", "one", ""),
        StatisticsRows.achievement("dash-a", "two", ""),
        StatisticsRows.achievement("dash-a", "three", ""),
        StatisticsRows.achievement("dash-a", "gone", ",\"active\":false"),
        StatisticsRows.achievement("dash-b", "one", ""),
        StatisticsRows.player("dana", 4, 3, 70, 5400),
        StatisticsRows.game("dana", "dash-a", 3, 0, 30, 0),
        StatisticsRows.game("dana", "dash-b", 1, 1, 20, 1800),
        StatisticsRows.game("dana", "dash-c", 0, 0, 0, 3600),
        StatisticsRows.game("dana", "_none", 0, 2, 20, 0),
        StatisticsRows.unlock("dana", "dash-a", "one", "2024-02-01T10:00Z", 10),
        StatisticsRows.unlock("dana", "dash-a", "gone", "2024-02-02T10:00Z", 10),
        StatisticsRows.unlock("dana", "dash-a", "two", "2024-02-29T23:59:59.999Z", 10),
        StatisticsRows.unlock("dana", "dash-b", "one", "2024-02-29T10:00Z", 10),
        StatisticsRows.day("dana", "dash-a", "2024-02-01", 1, 0, 10, 0),
        StatisticsRows.day("dana", "dash-a", "2024-02-23", 1, 0, 10, 0),
        StatisticsRows.day("dana", "dash-a", "2024-02-24", 1, 0, 10, 0),
        StatisticsRows.day("dana", "dash-b", "2024-02-29", 1, 1, 20, 1800),
        StatisticsRows.day("dana", "_none", "2024-02-29", 0, 2, 20, 0),
        StatisticsRows.day("dana", "dash-c", "2024-03-01", 0, 0, 0, 3600),
        StatisticsRows.player("idle", 0, 0, 0, 0),
        StatisticsRows.player("only-plays", 0, 0, 0, 1800),
        StatisticsRows.game("only-plays", "dash-c", 0, 0, 0, 1800),
        StatisticsRows.day("only-plays", "dash-c", "2024-02-29", 0, 0, 0, 1800),
        StatisticsRows.player("banned", 1, 0, 10, 0),
        StatisticsRows.game("banned", "dash-b", 1, 0, 10, 0),
        StatisticsRows.unlock("banned", "dash-b", "one", "2024-02-29T10:00Z", 10),
        "update laurel.players set is_excluded = true where player_id = 'banned'",
        "update laurel.player_scores set is_excluded = true where player_id = 'banned'");
    service = ServiceAt.start("2024-03-01T12:00:00Z");
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void sumsUpAPlayer() {
    JsonNode dashboard = dashboard("dana", "");

    assertThat(dashboard.fieldNames())
        .toIterable()
        .containsExactly(
            "gamesOwned",
            "totalAchievements",
            "totalPlaytime",
            "averageCompletion",
            "recentAchievements",
            "trend");
    assertThat(dashboard.path("gamesOwned").asInt()).isEqualTo(3);
    assertThat(dashboard.path("totalAchievements").asInt()).isEqualTo(4);
    assertThat(dashboard.path("totalPlaytime").asDouble()).isEqualTo(1.5);
    assertThat(dashboard.path("averageCompletion").asDouble())
        .isEqualTo((200.0 / 3 + 100 + 0) / 3, org.assertj.core.data.Offset.offset(1e-9));
  }

  @Test
  void tellsWhatWasUnlockedLast() {
    JsonNode recent = dashboard("dana", "").path("recentAchievements");

    assertThat(recent.findValuesAsText("achievementId"))
        .containsExactly("two", "one", "gone", "one");
    assertThat(recent.get(0).toString())
        .isEqualTo(
            "{\"gameId\":\"dash-a\",\"gameName\":\"Dash A\",\"achievementId\":\"two\",\"name\":\"The two\","
                + "\"points\":10,\"unlockedAt\":\"2024-02-29T23:59:59.999Z\"}");
  }

  @Test
  void tellsOfTenUnlocksAtMost() {
    STACK.execute(StatisticsRows.player("keen", 12, 0, 120, 0));
    IntStream.range(10, 22)
        .forEach(
            n ->
                STACK.execute(
                    StatisticsRows.unlock(
                        "keen", "dash-x", "a" + n, "2024-02-%dT10:00:00Z".formatted(n), 10)));

    JsonNode recent = dashboard("keen", "").path("recentAchievements");

    assertThat(recent).hasSize(10);
    assertThat(recent.get(0).path("name").asText()).isEqualTo("a21");
    assertThat(recent.get(0).path("gameName").asText()).isEqualTo("dash-x");
  }

  @Test
  void showsTheDaysOfAWeekOverAllGamesNewestFirst() {
    JsonNode trend = dashboard("dana", "").path("trend");

    assertThat(trend.findValuesAsText("day"))
        .containsExactly("2024-03-01", "2024-02-29", "2024-02-24");
    assertThat(trend.get(1).toString())
        .isEqualTo(
            "{\"day\":\"2024-02-29\",\"unlocks\":1,\"points\":40,\"actions\":3,\"playtimeSeconds\":1800}");
  }

  @ParameterizedTest
  @CsvSource({
    "timeframe=1d, 1",
    "timeframe=2d, 2",
    "timeframe=6d, 2",
    "timeframe=8d, 4",
    "timeframe=400d, 5",
    "timeframe=400d&limit=4, 4",
    "limit=1, 1",
    "limit=400, 3",
  })
  void showsAsManyDaysAsAreAskedFor(String query, int days) {
    assertThat(dashboard("dana", query).path("trend")).hasSize(days);
  }

  @Test
  void isEmptyForAPlayerWhoDidNothingYet() {
    assertThat(dashboard("idle", "").toString())
        .isEqualTo(
            "{\"gamesOwned\":0,\"totalAchievements\":0,\"totalPlaytime\":0.0,\"averageCompletion\":0.0,"
                + "\"recentAchievements\":[],\"trend\":[]}");
  }

  @Test
  void knowsAPlayerWhoOnlyPlays() {
    JsonNode dashboard = dashboard("only-plays", "");

    assertThat(dashboard.path("gamesOwned").asInt()).isEqualTo(1);
    assertThat(dashboard.path("totalPlaytime").asDouble()).isEqualTo(0.5);
    assertThat(dashboard.path("trend")).hasSize(1);
  }

  @Test
  void keepsAPlayerWhoIsTakenOffTheBoards() {
    assertThat(dashboard("banned", "").path("averageCompletion").asDouble()).isEqualTo(100);
  }

  @Test
  void countsNoCompletionInAGameThatIsSwitchedOff() {
    STACK.execute(
        Rows.game("dash-off", "Off\",\"active\":false,\"x\":\""),
        StatisticsRows.achievement("dash-off", "one", ""),
        StatisticsRows.player("olga", 1, 0, 10, 0),
        StatisticsRows.game("olga", "dash-off", 1, 0, 10, 0),
        StatisticsRows.unlock("olga", "dash-off", "one", "2024-02-29T10:00Z", 10));

    assertThat(dashboard("olga", "").path("averageCompletion").asDouble()).isZero();
  }

  @Test
  void hasAnEntityTag() {
    String path = "/api/v1/players/dana/dashboard";
    Reply reply = service.get(path);

    assertThat(reply.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(service.get(path, "If-None-Match", reply.header("ETag")).status()).isEqualTo(304);
  }

  private static JsonNode dashboard(String player, String query) {
    return service.get("/api/v1/players/" + player + "/dashboard?" + query).data();
  }
}
