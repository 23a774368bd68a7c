package dev.laurel.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.laurel.serving.RankChangeJson.Line;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveTest {

  private static final Stack STACK = Stack.shared();

  private final LiveClient client = LiveClient.connect(STACK.live(""));

  @AfterEach
  void close() throws InterruptedException {
    client.closeBlocking();
  }

  @Test
  void sendsTheWholeTopAtOnceAndThenEveryChange() {
    publish(RankChangeJson.whole("duel", 10, Line.of("ada", 5), Line.of("bob", 3)));

    JsonNode first =
        client.ask(
            "{\"type\":\"subscribe_leaderboard\",\"id\":\"s1\",\"gameId\":\"duel\",\"limit\":2}");
    STACK.publish(RankChangeJson.after(10, "duel", 11, 2, Line.of("bob", 9)));
    JsonNode second = client.next();

    assertThat(first.toString())
        .isEqualTo(
            """
            {"type":"scoreboard_update","id":"s1","data":{"gameId":"duel","region":null,"period":"all-time",\
            "periodStart":"1970-01-01","limit":2,"version":10,"timestamp":"2026-11-22T00:00:00Z","leaderboard":[\
            {"rank":1,"userId":"ada","username":"ada","score":5,"lastUpdated":"2026-03-01T10:00:00Z","region":null},\
            {"rank":2,"userId":"bob","username":"bob","score":3,"lastUpdated":"2026-03-01T10:00:00Z","region":null}]}}""");
    assertThat(second.has("id")).isFalse();
    assertThat(players(second)).containsExactly("bob", "ada");
    assertThat(second.at("/data/version").asLong()).isEqualTo(11);
  }

  @Test
  void sendsAnEmptyBoardToo() {
    JsonNode first = client.ask("{\"type\":\"subscribe_leaderboard\",\"gameId\":\"empty\"}");

    assertThat(first.at("/data/leaderboard").isEmpty()).isTrue();
    assertThat(first.at("/data/limit").asInt()).isEqualTo(10);
  }

  @Test
  void sendsNothingWhenNoFieldOfTheTopChanged() {
    publish(RankChangeJson.whole("still", 10, Line.of("ada", 5), Line.of("bob", 3)));
    client.ask("{\"type\":\"subscribe_leaderboard\",\"gameId\":\"still\",\"limit\":1}");

    publish(RankChangeJson.after(10, "still", 11, 2, Line.of("bob", 4)));
    publish(RankChangeJson.after(11, "still", 12, 2, Line.of("ada", 5)));

    assertThat(client.untilPong()).isEmpty();
  }

  @Test
  void sendsAChangeOfANameAlone() {
    publish(RankChangeJson.whole("names", 10, Line.of("ada", 5)));
    client.ask("{\"type\":\"subscribe_leaderboard\",\"gameId\":\"names\"}");

    publish(RankChangeJson.after(10, "names", 11, 1, new Line("ada", 5, Optional.of("Ada"))));

    assertThat(client.next().at("/data/leaderboard/0/username").asText()).isEqualTo("Ada");
  }

  @Test
  void replacesTheLimitOfABoard() {
    publish(RankChangeJson.whole("limits", 10, Line.of("ada", 5), Line.of("bob", 3)));
    client.ask("{\"type\":\"subscribe_leaderboard\",\"gameId\":\"limits\",\"limit\":1}");

    JsonNode again =
        client.ask("{\"type\":\"subscribe_leaderboard\",\"gameId\":\"limits\",\"limit\":2}");
    publish(RankChangeJson.after(10, "limits", 11, 2, Line.of("bob", 4)));

    assertThat(players(again)).containsExactly("ada", "bob");
    assertThat(client.untilPong()).hasSize(1);
  }

  @Test
  void sendsNothingAfterUnsubscribing() {
    publish(RankChangeJson.whole("left", 10, Line.of("ada", 5)));
    client.ask("{\"type\":\"subscribe_leaderboard\",\"gameId\":\"left\"}");
    client.send("{\"type\":\"unsubscribe_leaderboard\",\"gameId\":\"left\"}");
    client.untilPong();

    publish(RankChangeJson.after(10, "left", 11, 1, Line.of("ada", 6)));

    assertThat(client.untilPong()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"subscribe_leaderboard\",\"gameId\":\"unknown\",\"id\":7} | GAME_NOT_FOUND | 7",
        "{\"type\":\"subscribe_leaderboard\",\"limit\":0,\"id\":\"a\"} | INVALID_LIMIT | \"a\"",
        "{\"type\":\"subscribe_leaderboard\",\"limit\":\"5\",\"id\":\"a\"} | INVALID_LIMIT | \"a\"",
        "{\"type\":\"subscribe_leaderboard\",\"limit\":1.5,\"id\":\"a\"} | INVALID_LIMIT | \"a\"",
        "{\"type\":\"subscribe_leaderboard\",\"region\":\"G\",\"id\":\"a\"} | INVALID_PARAMETER | \"a\"",
        "{\"type\":\"subscribe_leaderboard\",\"period\":\"yearly\",\"id\":\"a\"} | INVALID_PARAMETER | \"a\"",
        "{\"type\":\"subscribe_leaderboard\",\"gameId\":5,\"id\":\"a\"} | INVALID_PARAMETER | \"a\"",
        "{\"type\":\"dance\",\"id\":\"a\"} | INVALID_PARAMETER | \"a\"",
        "{\"id\":\"a\"} | INVALID_PARAMETER | \"a\"",
        "[] | INVALID_PARAMETER | ''",
        "{\"type\": | INVALID_PARAMETER | ''",
        "hello | INVALID_PARAMETER | ''",
      })
  void answersABadMessageAndGoesOn(String message, String code, String id) {
    JsonNode error = client.ask(message);

    assertThat(error.path("type").asText()).isEqualTo("error");
    assertThat(error.at("/error/code").asText()).isEqualTo(code);
    assertThat(error.at("/error/message").asText()).isNotBlank();
    assertThat(error.path("id").toString()).isEqualTo(id);
    assertThat(client.ask("{\"type\":\"ping\",\"id\":1}").toString())
        .isEqualTo("{\"type\":\"pong\",\"id\":1}");
  }

  private static void publish(RankChangeJson change) {
    STACK.publish(change);
    await().until(() -> version(change.gameId()) == change.version());
  }

  private static long version(String gameId) {
    return STACK.get("/api/v1/leaderboards/" + gameId).data().path("version").asLong();
  }

  private static List<String> players(JsonNode update) {
    return update.at("/data/leaderboard").findValuesAsText("userId");
  }
}
