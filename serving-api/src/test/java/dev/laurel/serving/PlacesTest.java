package dev.laurel.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where players stand on a board of 250, of which the top in memory holds 100: p000 first, all with
 * one score, one second after another.
 */
class PlacesTest {

  private static final Stack STACK = Stack.shared();
  private static final String BOARD = "/api/v1/leaderboards/places";

  @BeforeAll
  static void fill() {
    STACK.execute(
        Rows.game("places", "Places"),
        Rows.scores("places", 250),
        """
        insert into laurel.players (player_id, first_seen_at, last_seen_at, version)
        select player_id, '2025-01-01Z', '2025-01-01Z', 1 from laurel.player_scores where game_id = 'places'
        on conflict do nothing""",
        """
        insert into laurel.players (player_id, first_seen_at, last_seen_at, version)
        values ('onlooker', '2025-01-01Z', '2025-01-01Z', 1)""",
        Rows.top("places", 7, 250, 100));
    STACK.publish(RankChangeJson.after(7, "places", 8, 100).ofTotal(250));
    await().until(() -> STACK.get(BOARD).data().path("version").asLong() == 8);
  }

  @Test
  void areToldOfAPlayerInTheTopFromMemory() {
    Reply reply = STACK.get(BOARD + "/players/p042?around=1");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.data().path("entry").toString())
        .isEqualTo(
            "{\"rank\":43,\"userId\":\"p042\",\"username\":\"p042\",\"score\":50,"
                + "\"lastUpdated\":\"2026-01-01T00:00:42Z\",\"region\":null}");
    assertThat(reply.data().path("percentile").asDouble()).isEqualTo(82.8);
    assertThat(reply.data().path("total").asLong()).isEqualTo(250);
    assertThat(around(reply)).containsExactly("42 p041", "43 p042", "44 p043");
    assertThat(reply.data().path("version").asLong()).isEqualTo(8);
    assertThat(reply.data().path("stale").asBoolean(true)).isFalse();
    assertThat(reply.header("Cache-Control")).isEqualTo("public, max-age=1");
  }

  @Test
  void areToldOfAPlayerBelowTheTopFromTheTables() {
    Reply reply = STACK.get(BOARD + "/players/p200?around=2");

    assertThat(reply.data().at("/entry/rank").asInt()).isEqualTo(201);
    assertThat(reply.data().path("percentile").asDouble()).isEqualTo(19.6);
    assertThat(around(reply))
        .containsExactly("199 p198", "200 p199", "201 p200", "202 p201", "203 p202");
    assertThat(reply.data().path("version").asLong()).isPositive().isNotEqualTo(8);
  }

  @Test
  void areToldWithoutNeighboursUnlessAskedFor() {
    assertThat(STACK.get(BOARD + "/players/p200").data().path("around")).isEmpty();
  }

  /** Of 250, not of the 249 others: nobody is below themselves. */
  @ParameterizedTest
  @CsvSource({"p000, 99.6", "p001, 99.2", "p249, 0"})
  void areTheShareOfTheBoardBelow(String player, double percentile) {
    assertThat(STACK.get(BOARD + "/players/" + player).data().path("percentile").asDouble())
        .isEqualTo(percentile);
  }

  @Test
  void areNullOfAKnownPlayerWhoIsNotOnTheBoard() {
    Reply reply = STACK.get(BOARD + "/players/onlooker?around=5");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.data().path("entry").isNull()).isTrue();
    assertThat(reply.data().path("percentile").isNull()).isTrue();
    assertThat(reply.data().path("around")).isEmpty();
    assertThat(reply.data().path("total").asLong()).isEqualTo(250);
  }

  @ParameterizedTest
  @CsvSource({
    "places/players/nobody-at-all, 404, USER_NOT_FOUND",
    "places/players/a%00b, 404, USER_NOT_FOUND",
    "no-such-game/players/p000, 404, GAME_NOT_FOUND",
    "places/players/p000?around=51, 400, INVALID_PARAMETER",
    "places/players/p000?around=-1, 400, INVALID_PARAMETER",
    "places/players/p000?period=yearly, 400, INVALID_PARAMETER",
    "places/players/p000?region=, 400, INVALID_PARAMETER",
    "no-such-game/friends?players=p000, 404, GAME_NOT_FOUND",
    "places/friends, 400, MISSING_REQUIRED_FIELDS",
    "places/friends?players=, 400, INVALID_PARAMETER",
    "'places/friends?players=p000,,p001', 400, INVALID_PARAMETER",
    "places/friends?players=p%20000, 400, INVALID_PARAMETER",
    "places?cursor=abc, 400, INVALID_PARAMETER",
  })
  void areRefusedWhereTheQuestionIsNotUnderstood(String path, int status, String code) {
    Reply reply = STACK.get("/api/v1/leaderboards/" + path);

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.code()).isEqualTo(code);
  }

  @Test
  void areEachMetOnceOnAWalkForwardsAndBackwards() {
    List<String> forwards = new ArrayList<>();
    Reply page = STACK.get(BOARD + "?limit=30");
    Reply last = page;
    while (true) {
      forwards.addAll(places(page));
      last = page;
      JsonNode cursor = page.data().at("/pagination/cursor");
      assertThat(page.data().at("/pagination/hasMore").asBoolean())
          .isEqualTo(!cursor.isMissingNode());
      if (cursor.isMissingNode()) {
        break;
      }
      page = STACK.get(BOARD + "?limit=30&cursor=" + cursor.asText());
    }
    List<String> backwards = new ArrayList<>(places(last));
    for (JsonNode cursor = last.data().at("/pagination/previousCursor");
        !cursor.isMissingNode();
        cursor = page.data().at("/pagination/previousCursor")) {
      page = STACK.get(BOARD + "?limit=30&cursor=" + cursor.asText());
      backwards.addAll(0, places(page));
    }

    List<String> all =
        IntStream.range(0, 250).mapToObj(n -> "%d p%03d".formatted(n + 1, n)).toList();
    assertThat(forwards).isEqualTo(all);
    assertThat(backwards).isEqualTo(all);
    assertThat(last.data().at("/pagination/offset").asInt()).isEqualTo(240);
  }

  @Test
  void areNotAskedForByCursorAndOffsetAtOnce() {
    String cursor = STACK.get(BOARD).data().at("/pagination/cursor").asText();

    Reply reply = STACK.get(BOARD + "?offset=10&cursor=" + cursor);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/error/message").asText())
        .isEqualTo("offset is '10', expected nothing: a cursor says where to go on");
  }

  @Test
  void areCountedByWhereTheyComeFrom() {
    double memory = Metric.of(STACK, "laurel_board_reads_from_memory_total");
    double tables = Metric.of(STACK, "laurel_board_reads_from_tables_total");

    var unused = STACK.get(BOARD + "/players/p001");
    unused = STACK.get(BOARD + "/players/p201");

    assertThat(Metric.of(STACK, "laurel_board_reads_from_memory_total")).isGreaterThan(memory);
    assertThat(Metric.of(STACK, "laurel_board_reads_from_tables_total")).isGreaterThan(tables);
  }

  private static List<String> around(Reply reply) {
    return lines(reply.data().path("around"), "rank");
  }

  private static List<String> places(Reply reply) {
    return lines(reply.data().path("leaderboard"), "rank");
  }

  private static List<String> lines(JsonNode entries, String rank) {
    List<String> lines = new ArrayList<>();
    entries.forEach(
        entry -> lines.add(entry.path(rank).asInt() + " " + entry.path("userId").asText()));
    return lines;
  }
}
