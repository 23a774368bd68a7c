package dev.laurel.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HttpTest {

  private static final Stack STACK = Stack.shared();

  @BeforeAll
  static void fill() {
    STACK.execute(
        Rows.game("deep", "Deep"),
        Rows.scores("deep", 250),
        Rows.top("deep", 7, 250, 100),
        Rows.player("cleo", 90, "2026-02-01T00:00:00Z"),
        Rows.player("dora", 90, "2026-02-01T00:00:01Z"),
        Rows.player("hank", 10, "2026-02-01T00:00:01Z"),
        "update laurel.players set total_actions = 4, action_points = 10, username = 'Cleo' where player_id = 'cleo'",
        "update laurel.players set is_excluded = true where player_id = 'hank'");
    STACK.publish(RankChangeJson.after(7, "deep", 8, 100).ofTotal(250));
    await()
        .until(() -> STACK.get("/api/v1/leaderboards/deep").data().path("version").asLong() == 8);
  }

  @Test
  void answersABoardFromMemory() {
    Reply reply = STACK.get("/api/v1/leaderboards/deep?limit=3&offset=2");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("success").asBoolean()).isTrue();
    assertThat(reply.players()).containsExactly("p002", "p003", "p004");
    assertThat(reply.data().path("leaderboard").get(0).toString())
        .isEqualTo(
            "{\"rank\":3,\"userId\":\"p002\",\"username\":\"p002\",\"score\":50,\"lastUpdated\":\"2026-01-01T00:00:02Z\",\"region\":null}");
    assertThat(reply.data().path("lastRefresh").asText()).isEqualTo("2026-11-22T00:00:00Z");
    assertThat(reply.data().path("version").asLong()).isEqualTo(8);
  }

  @Test
  void answersAPageBelowTheTopFromTheTables() {
    Reply reply = STACK.get("/api/v1/leaderboards/deep?limit=100&offset=95");

    assertThat(reply.players()).hasSize(100).startsWith("p095").endsWith("p194");
    assertThat(reply.data().path("leaderboard").get(99).path("rank").asInt()).isEqualTo(195);
    assertThat(reply.pagination())
        .isEqualTo("{\"limit\":100,\"offset\":95,\"total\":250,\"hasMore\":true}");
    assertThat(reply.data().path("version").asLong()).isPositive().isNotEqualTo(8);
  }

  @Test
  void answersNothingButTheTotalPastTheEnd() {
    Reply reply = STACK.get("/api/v1/leaderboards/deep?offset=2000");

    assertThat(reply.players()).isEmpty();
    assertThat(reply.pagination())
        .isEqualTo("{\"limit\":10,\"offset\":2000,\"total\":250,\"hasMore\":false}");
  }

  @Test
  void answersAKnownGameOfWhichNobodyStandsOnTheBoard() {
    Reply reply = STACK.get("/api/v1/leaderboards/empty");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.players()).isEmpty();
    assertThat(reply.data().at("/pagination/total").asLong(-1)).isZero();
  }

  @Test
  void listsGames() {
    Reply reply = STACK.get("/api/v1/games?limit=1&offset=0");

    assertThat(reply.data().path("games").get(0).toString())
        .isEqualTo("{\"gameId\":\"chess\",\"name\":\"Chess\",\"imageUrl\":null,\"active\":true}");
    assertThat(reply.data().path("pagination").path("hasMore").asBoolean()).isTrue();
  }

  @Test
  void countsTheRankOfAPlayerWhoIsNotInTheTop() {
    Reply reply = STACK.get("/api/v1/players/dora");

    assertThat(reply.data().path("rank").asLong()).isEqualTo(2);
    assertThat(reply.data().path("averageScorePerAction").asDouble()).isZero();
  }

  @Test
  void answersAPlayersProfile() {
    Reply reply = STACK.get("/api/v1/players/cleo");

    assertThat(reply.data().path("username").asText()).isEqualTo("Cleo");
    assertThat(reply.data().path("rank").asLong()).isEqualTo(1);
    assertThat(reply.data().path("averageScorePerAction").asDouble()).isEqualTo(2.5);
  }

  @Test
  void givesNoRankToAPlayerWhoIsTakenOffTheBoards() {
    Reply reply = STACK.get("/api/v1/players/hank");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.data().path("rank").isNull()).isTrue();
  }

  @Test
  void takesOverTheRequestIdAndMakesOneElse() {
    assertThat(STACK.get("/api/v1/games", "X-Request-ID", "abc-1").header("X-Request-ID"))
        .isEqualTo("abc-1");
    assertThat(STACK.get("/api/v1/games", "X-Request-ID", "a b").header("X-Request-ID"))
        .hasSize(36);
    assertThat(STACK.get("/observe/health").header("X-Request-ID")).hasSize(36);
  }

  @Test
  void answersNotModifiedToWhoHasIt() {
    String tag = STACK.get("/api/v1/leaderboards/deep").header("ETag");

    Reply reply = STACK.get("/api/v1/leaderboards/deep", "If-None-Match", "\"other\", " + tag);

    assertThat(reply.status()).isEqualTo(304);
    assertThat(reply.body()).isEmpty();
    assertThat(reply.header("ETag")).isEqualTo(tag);
    assertThat(STACK.get("/api/v1/leaderboards/deep?limit=9").header("ETag")).isNotEqualTo(tag);
  }

  @Test
  void zipsForWhoTakesIt() throws IOException {
    Reply reply =
        STACK.get("/api/v1/leaderboards/deep?limit=50", "Accept-Encoding", "br, gzip;q=0.8");

    assertThat(reply.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(reply.header("Vary")).contains("Accept-Encoding");
    byte[] unzipped = new GZIPInputStream(new ByteArrayInputStream(reply.body())).readAllBytes();
    assertThat(unzipped).isEqualTo(STACK.get("/api/v1/leaderboards/deep?limit=50").body());
    assertThat(
            STACK
                .get("/api/v1/leaderboards/deep?limit=50", "Accept-Encoding", "gzip;q=0")
                .header("Content-Encoding"))
        .isEmpty();
  }

  @Test
  void answersHeadWithoutABodyAndClosesWhenAsked() {
    String said =
        RawHttp.say(
            STACK.http("").getPort(),
            "HEAD /api/v1/leaderboards/deep HTTP/1.1\r\nHost: laurel\r\nConnection: close\r\n\r\n");

    int length = STACK.get("/api/v1/leaderboards/deep").body().length;
    assertThat(said)
        .startsWith("HTTP/1.1 200")
        .contains("Content-Length: " + length)
        .endsWith("\r\n\r\n");
  }

  @Test
  void letsOtherOriginsRead() {
    Reply preflight =
        STACK.send(
            "OPTIONS",
            "/api/v1/games",
            "",
            "Origin",
            "https://game.example",
            "Access-Control-Request-Method",
            "GET");

    assertThat(preflight.status()).isEqualTo(204);
    assertThat(preflight.header("Access-Control-Allow-Methods")).contains("GET");
    assertThat(
            STACK
                .get("/api/v1/nothing", "Origin", "https://game.example")
                .header("Access-Control-Allow-Origin"))
        .isEqualTo("*");
  }

  @Test
  void servesThePageUnderAStrictPolicy() {
    Reply page = STACK.get("/");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'")
        .doesNotContain("unsafe");
    assertThat(page.text()).doesNotContain("http://", "https://");
    assertThat(STACK.get("/board.js").header("Content-Type")).startsWith("text/javascript");
  }
}
