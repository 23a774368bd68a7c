package dev.laurel.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreHistoryTest {

  private static final Stack STACK = Stack.shared();
  private static final String PATH = "/api/v1/users/hilda/scores/history";

  @BeforeAll
  static void fill() {
    STACK.execute(StatisticsRows.partitions("2024-02-01"));
    STACK.execute(StatisticsRows.partitions("2024-03-01"));
    STACK.execute(
        StatisticsRows.player("hilda", 1, 2, 60, 0),
        StatisticsRows.player("henry", 0, 0, 0, 0),
        """
        insert into laurel.score_events
          (player_id, occurred_at, log_partition, log_offset, logged_at, type, event_id, game_id, achievement_id,
           action_type, request_id, action_id, points, metadata, ip_address)
        values
          ('hilda', '2024-02-29T23:59:59.999Z', 0, 1, now(), 'unlock', 'e1', 'chess', 'first-win', null, null, null, 100, null, null),
          ('hilda', '2024-03-01T00:00:00Z', 0, 2, now(), 'action', 'e2', '_none', null, 'DAILY_BONUS', 'r2', 'a2', -50,
            '{"level": 3,  "ratio": 0.1000000000000000055}', '10.0.0.1'),
          ('hilda', '2024-03-01T00:00:00Z', 0, 3, now(), 'action', 'e3', 'chess', null, 'DAILY_BONUS', 'r3', 'a3', 10, null, null)
        """);
  }

  @Test
  void tellsThePlayerWhatTheScoreIsMadeOf() {
    Reply reply = history("", STACK.keys().token("hilda", "player"));

    JsonNode history = reply.data().path("history");
    assertThat(history.findValuesAsText("eventId")).containsExactly("e3", "e2", "e1");
    assertThat(reply.text())
        .contains(
            "{\"eventId\":\"e2\",\"type\":\"action\",\"actionId\":\"a2\",\"actionType\":\"DAILY_BONUS\",\"gameId\":null,"
                + "\"achievementId\":null,\"scoreIncrement\":-50,\"timestamp\":\"2024-03-01T00:00:00Z\","
                + "\"metadata\":{\"level\": 3,  \"ratio\": 0.1000000000000000055}}");
    assertThat(history.get(2).toString())
        .isEqualTo(
            "{\"eventId\":\"e1\",\"type\":\"unlock\",\"actionId\":null,\"actionType\":null,\"gameId\":\"chess\","
                + "\"achievementId\":\"first-win\",\"scoreIncrement\":100,\"timestamp\":\"2024-02-29T23:59:59.999Z\","
                + "\"metadata\":null}");
    assertThat(reply.pagination())
        .isEqualTo("{\"limit\":50,\"offset\":0,\"total\":3,\"hasMore\":false}");
    assertThat(reply.text()).doesNotContain("10.0.0.1");
  }

  @Test
  void isNotKeptByOthers() {
    assertThat(history("", STACK.keys().token("hilda", "player")).header("Cache-Control"))
        .isEqualTo("private, no-cache");
  }

  @Test
  void tellsAnAdminToo() {
    Reply reply = history("limit=1&offset=1", STACK.keys().token("root", "admin"));

    assertThat(reply.data().path("history").findValuesAsText("eventId")).containsExactly("e2");
    assertThat(reply.data().at("/pagination/hasMore").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"ada, player", "hilda, game-server", "hilda, guest", "HILDA, player"})
  void tellsNobodyElse(String subject, String role) {
    Reply reply = history("limit=0", STACK.keys().token(subject, role));

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.code()).isEqualTo("FORBIDDEN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer nonsense", "Bearer ", "Basic aGlsZGE6eA==", "x"})
  void refusesWhoHasNoGoodToken(String authorization) {
    Reply reply = STACK.get(PATH, "Authorization", authorization);

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.code()).isEqualTo("INVALID_TOKEN");
    assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  void refusesWhoHasNoToken() {
    assertThat(STACK.get(PATH).code()).isEqualTo("INVALID_TOKEN");
    assertThat(STACK.get(PATH + "?token=" + STACK.keys().token("hilda", "player")).status())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0, INVALID_LIMIT",
    "limit=201, INVALID_LIMIT",
    "limit=all, INVALID_LIMIT",
    "offset=-1, INVALID_OFFSET",
  })
  void refusesWhatItDoesNotUnderstand(String query, String code) {
    assertThat(history(query, STACK.keys().token("hilda", "player")).code()).isEqualTo(code);
  }

  @Test
  void isEmptyPastTheEndAndForAPlayerWithoutEvents() {
    String admin = STACK.keys().token("root", "admin");

    assertThat(history("offset=3", admin).data().path("history")).isEmpty();
    assertThat(history("offset=3", admin).data().at("/pagination/total").asInt()).isEqualTo(3);
    Reply henry =
        STACK.get("/api/v1/users/henry/scores/history", "Authorization", "Bearer " + admin);
    assertThat(henry.data().at("/pagination/total").asInt()).isZero();
  }

  @Test
  void saysWhoIsUnknown() {
    String admin = STACK.keys().token("root", "admin");

    assertThat(
            STACK
                .get("/api/v1/users/nobody/scores/history", "Authorization", "Bearer " + admin)
                .code())
        .isEqualTo("USER_NOT_FOUND");
  }

  private static Reply history(String query, String token) {
    return STACK.get(PATH + "?" + query, "Authorization", "Bearer " + token);
  }
}
