package dev.laurel.serving;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {

  private static final Stack STACK = Stack.shared();

  @ParameterizedTest
  @CsvSource({
    "/api/v1/scoreboard?limit=0, 400, INVALID_LIMIT",
    "/api/v1/scoreboard?limit=101, 400, INVALID_LIMIT",
    "/api/v1/scoreboard?limit=ten, 400, INVALID_LIMIT",
    "/api/v1/scoreboard?limit=, 400, INVALID_LIMIT",
    "/api/v1/scoreboard?limit=1&limit=2, 400, INVALID_LIMIT",
    "/api/v1/scoreboard?offset=-1, 400, INVALID_OFFSET",
    "/api/v1/scoreboard?offset=99999999999, 400, INVALID_OFFSET",
    "/api/v1/leaderboards/chess?region=, 400, INVALID_PARAMETER",
    "/api/v1/leaderboards/chess?region=E, 400, INVALID_PARAMETER",
    "/api/v1/leaderboards/chess?region=EU-WEST-001, 400, INVALID_PARAMETER",
    "/api/v1/leaderboards/chess?region=EU&region=NA, 400, INVALID_PARAMETER",
    "/api/v1/leaderboards/chess?period=yearly, 400, INVALID_PARAMETER",
    "/api/v1/leaderboards/chess?period=, 400, INVALID_PARAMETER",
    "/api/v1/leaderboards/chess?at=2026-01-01, 400, INVALID_PARAMETER",
    "/api/v1/leaderboards/chess?period=daily&at=, 400, INVALID_PARAMETER",
    "/api/v1/leaderboards/chess?period=daily&at=2026-02-30, 400, INVALID_PARAMETER",
    "/api/v1/leaderboards/chess?period=daily&at=1969-12-31, 400, INVALID_PARAMETER",
    "/api/v1/leaderboards/chess?period=daily&at=3000-01-01, 400, INVALID_PARAMETER",
    "/api/v1/leaderboards/chess?period=daily&at=2026-01-01T10:00:00, 400, INVALID_PARAMETER",
    "/api/v1/leaderboards/chess?period=daily&at=today, 400, INVALID_PARAMETER",
    "/api/v1/leaderboards/chess?cursor=abc, 400, INVALID_PARAMETER",
    "/api/v1/leaderboards/unknown?period=daily&at=2001-01-01, 404, GAME_NOT_FOUND",
    "/api/v1/leaderboards/unknown?region=EU, 404, GAME_NOT_FOUND",
    "/api/v1/leaderboards/unknown, 404, GAME_NOT_FOUND",
    "/api/v1/leaderboards/a%00b, 404, GAME_NOT_FOUND",
    "/api/v1/players/nobody, 404, USER_NOT_FOUND",
    "/api/v1/players/a%00b, 404, USER_NOT_FOUND",
    "/api/v1/nothing, 404, NOT_FOUND",
    "/nothing.css, 404, NOT_FOUND",
    "/observe/nothing, 404, NOT_FOUND",
    "/ws/v1/scoreboard/live, 404, NOT_FOUND",
  })
  void refusesInOneForm(String path, int status, String code) {
    Reply reply = STACK.get(path);

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.json().path("success").asBoolean(true)).isFalse();
    assertThat(reply.code()).isEqualTo(code);
    assertThat(reply.json().path("error").path("message").asText()).isNotBlank();
    assertThat(reply.json().path("error").path("details").isObject()).isTrue();
    assertThat(reply.header("X-Request-ID")).isNotBlank();
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @CsvSource({"/api/v1/scoreboard", "/api/v1/players/cleo", "/api/v1/games", "/"})
  void namesTheMethodsItAnswers(String path) {
    Reply reply = STACK.send("POST", path, "{}");

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.code()).isEqualTo("METHOD_NOT_ALLOWED");
    assertThat(reply.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
  }

  /** Whoever sends it all the same may meet a closed connection before they read the answer. */
  @Test
  void refusesABodyOverItsBoundBeforeItIsSent() {
    String head =
        """
        POST /api/v1/scoreboard HTTP/1.1
        Host: localhost
        Content-Length: 70000
        X-Request-ID: big-1

        """;

    String said = RawHttp.say(STACK.http("").getPort(), head.replace("\n", "\r\n"));

    assertThat(said).startsWith("HTTP/1.1 413 ").contains("\"PAYLOAD_TOO_LARGE\"");
    assertThat(said).containsIgnoringCase("X-Request-ID: big-1\r\n");
  }
}
