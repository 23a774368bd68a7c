package dev.laurel.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GameCatalogTest {

  private static final Stack STACK = Stack.shared();

  @BeforeAll
  static void fill() {
    STACK.execute(
        Rows.game("list-a", "List A"),
        Rows.game("list-off", "Off\",\"active\":false,\"x\":\""),
        StatisticsRows.achievement(
            "list-a", "common", ",\"category\":\"speed\",\"repeatable\":true"),
        StatisticsRows.achievement("list-a", "gone", ",\"active\":false"),
        StatisticsRows.achievement("list-a", "never", ""),
        StatisticsRows.achievement("list-off", "one", ""),
        StatisticsRows.newPlayers("list-a", "2024-01-01", 6),
        StatisticsRows.newPlayers("list-a", "2024-02-01", 2),
        StatisticsRows.rarity("list-a", "common", 9, 6));
  }

  @Test
  void tellsOfAGameWhatItsStatisticsAreDividedBy() {
    assertThat(STACK.get("/api/v1/games/list-a").data().toString())
        .isEqualTo(
            "{\"gameId\":\"list-a\",\"name\":\"List A\",\"imageUrl\":null,\"active\":true,\"activeAchievements\":2,"
                + "\"players\":8}");
    assertThat(STACK.get("/api/v1/games/empty").data().path("players").asInt()).isZero();
  }

  @Test
  void countsNothingAsActiveInAGameThatIsSwitchedOff() {
    JsonNode game = STACK.get("/api/v1/games/list-off").data();

    assertThat(game.path("active").asBoolean()).isFalse();
    assertThat(game.path("activeAchievements").asInt()).isZero();
    assertThat(
            STACK
                .get("/api/v1/games/list-off/achievements")
                .data()
                .at("/achievements/0/active")
                .asBoolean(true))
        .isFalse();
  }

  @Test
  void listsAchievementsWithTheirRarity() {
    JsonNode data = STACK.get("/api/v1/games/list-a/achievements").data();

    assertThat(data.path("achievements").findValuesAsText("achievementId"))
        .containsExactly("common", "gone", "never");
    assertThat(data.path("achievements").get(0).toString())
        .isEqualTo(
            "{\"achievementId\":\"common\",\"name\":\"The common\",\"description\":null,\"category\":\"speed\","
                + "\"imageUrl\":null,\"points\":10,\"minPoints\":null,\"maxPoints\":null,\"repeatable\":true,"
                + "\"active\":true,\"unlocks\":9,\"players\":6,\"rarity\":75.0}");
    assertThat(data.at("/achievements/1/active").asBoolean(true)).isFalse();
    assertThat(data.at("/achievements/2/rarity").asDouble(-1)).isZero();
  }

  @Test
  void pagesAchievements() {
    JsonNode data = STACK.get("/api/v1/games/list-a/achievements?limit=1&offset=1").data();

    assertThat(data.path("achievements").findValuesAsText("achievementId")).containsExactly("gone");
    assertThat(data.path("pagination").toString())
        .isEqualTo("{\"limit\":1,\"offset\":1,\"total\":3,\"hasMore\":true}");
    assertThat(
            STACK
                .get("/api/v1/games/list-a/achievements?offset=9")
                .data()
                .path("pagination")
                .toString())
        .isEqualTo("{\"limit\":50,\"offset\":9,\"total\":3,\"hasMore\":false}");
  }

  @Test
  void isEmptyForAGameWithoutAchievements() {
    JsonNode data = STACK.get("/api/v1/games/empty/achievements").data();

    assertThat(data.path("achievements")).isEmpty();
    assertThat(data.at("/pagination/total").asInt()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/games/nothing, 404, GAME_NOT_FOUND",
    "/api/v1/games/a%00b, 404, GAME_NOT_FOUND",
    "/api/v1/games/nothing/achievements, 404, GAME_NOT_FOUND",
    "/api/v1/games/global/achievements, 404, GAME_NOT_FOUND",
    "/api/v1/games/list-a/achievements?limit=201, 400, INVALID_LIMIT",
    "/api/v1/games/list-a/achievements?offset=x, 400, INVALID_OFFSET",
  })
  void refusesWhatIsNotThere(String path, int status, String code) {
    Reply reply = STACK.get(path);

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.code()).isEqualTo(code);
  }
}
