package dev.laurel.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnlockedAchievementsTest {

  private static final Stack STACK = Stack.shared();

  @BeforeAll
  static void fill() {
    STACK.execute(
        Rows.game("won-a", "Won A"),
        Rows.game("won-b", "Won B"),
        Rows.game("won-c", "Won C"),
        StatisticsRows.achievement(
            "won-a",
            "x",
            ",\"category\":\"speed\",\"description\":\"Fast\",\"imageUrl\":\"/x.png\""),
        StatisticsRows.achievement("won-a", "y", ",\"category\":\"story\""),
        StatisticsRows.achievement("won-b", "a", ",\"category\":\"speed\""),
        StatisticsRows.newPlayers("won-a", "2024-01-01", 30),
        StatisticsRows.newPlayers("won-a", "2024-02-01", 10),
        StatisticsRows.newPlayers("won-b", "2024-02-01", 1),
        StatisticsRows.rarity("won-a", "x", 12, 10),
        StatisticsRows.rarity("won-b", "a", 2, 2),
        StatisticsRows.player("uma", 4, 0, 70, 0),
        StatisticsRows.unlock("uma", "won-a", "x", "2024-02-29T10:00:00Z", 10),
        StatisticsRows.unlock("uma", "won-a", "y", "2024-02-28T10:00:00Z", 30),
        StatisticsRows.unlock("uma", "won-b", "a", "2024-02-29T10:00:00Z", 20),
        StatisticsRows.unlock("uma", "won-b", "unnamed", "2024-01-01T10:00:00Z", 10),
        "update laurel.player_achievements set unlocks = 3, last_unlocked_at = '2024-03-01T00:00:00Z'"
            + " where player_id = 'uma' and achievement_id = 'a'",
        StatisticsRows.player("uli", 0, 0, 0, 60));
  }

  @Test
  void tellsOfEachAchievementWhatItIsAndHowRare() {
    JsonNode data = unlocked("uma", "gameId=won-a&limit=1").data();

    assertThat(data.path("achievements").get(0).toString())
        .isEqualTo(
            "{\"gameId\":\"won-a\",\"gameName\":\"Won A\",\"achievementId\":\"x\",\"name\":\"The x\",\"description\":\"Fast\","
                + "\"category\":\"speed\",\"imageUrl\":\"/x.png\",\"points\":10,\"unlockedAt\":\"2024-02-29T10:00:00Z\","
                + "\"lastUnlockedAt\":\"2024-02-29T10:00:00Z\",\"unlocks\":1,\"rarity\":25.0}");
    assertThat(data.path("pagination").toString())
        .isEqualTo("{\"page\":1,\"limit\":1,\"total\":2,\"totalPages\":2}");
  }

  @Test
  void tellsWhenARepeatableOneWasUnlockedLast() {
    JsonNode achievement = unlocked("uma", "gameId=won-b&limit=1").data().at("/achievements/0");

    assertThat(achievement.path("unlocks").asInt()).isEqualTo(3);
    assertThat(achievement.path("unlockedAt").asText()).isEqualTo("2024-02-29T10:00:00Z");
    assertThat(achievement.path("lastUnlockedAt").asText()).isEqualTo("2024-03-01T00:00:00Z");
  }

  @Test
  void isNeverRarerThanEverybody() {
    assertThat(
            unlocked("uma", "gameId=won-b").data().path("achievements").findValuesAsText("rarity"))
        .containsExactly("100.0", "0.0");
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'a,x,y,unnamed'",
    "sort=unlocked_at:desc, 'a,x,y,unnamed'",
    "sort=unlocked_at:asc, 'unnamed,y,x,a'",
    "sort=points:desc, 'y,a,unnamed,x'",
    "sort=points:asc, 'x,unnamed,a,y'",
    "sort=name:asc, 'a,x,y,unnamed'",
    "sort=name:desc, 'unnamed,y,x,a'",
    "gameId=won-a, 'x,y'",
    "gameId=won-c, ''",
    "category=speed, 'a,x'",
    "category=speed&gameId=won-b, a",
    "category=speed&sort=points:asc, 'x,a'",
    "category=nothing, ''",
    "limit=3&page=2, unnamed",
    "limit=2&page=2&sort=name:asc, 'y,unnamed'",
    "page=2, ''",
    "page=2147483647&limit=100, ''",
  })
  void keepsToWhatIsAskedFor(String query, String achievements) {
    assertThat(
            String.join(
                ",",
                unlocked("uma", query)
                    .data()
                    .path("achievements")
                    .findValuesAsText("achievementId")))
        .isEqualTo(achievements);
  }

  @Test
  void saysHowManyThereAreEvenPastTheEnd() {
    assertThat(unlocked("uma", "page=9&limit=3").pagination())
        .isEqualTo("{\"page\":9,\"limit\":3,\"total\":4,\"totalPages\":2}");
  }

  @Test
  void isEmptyForAPlayerWhoOnlyPlays() {
    JsonNode data = unlocked("uli", "").data();

    assertThat(data.path("achievements")).isEmpty();
    assertThat(data.path("pagination").toString())
        .isEqualTo("{\"page\":1,\"limit\":50,\"total\":0,\"totalPages\":0}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unlocked_at desc; drop table laurel.players",
        "unlocked_at:desc, player_id",
        "(select 1):asc",
        "1:desc"
      })
  void takesNoStatementForASort(String sort) {
    assertThat(unlocked("uma", "sort=" + URLEncoder.encode(sort, StandardCharsets.UTF_8)).code())
        .isEqualTo("INVALID_PARAMETER");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'", "speed' or '1'='1", "%"})
  void takesACategoryAsAText(String category) {
    Reply reply =
        unlocked("uma", "category=" + URLEncoder.encode(category, StandardCharsets.UTF_8));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.data().path("achievements")).isEmpty();
  }

  @Test
  void refusesACategoryWithControlCharacters() {
    assertThat(unlocked("uma", "category=a%00b").code()).isEqualTo("INVALID_PARAMETER");
  }

  private static Reply unlocked(String player, String query) {
    return STACK.get("/api/v1/players/" + player + "/achievements?" + query);
  }
}
