package dev.laurel.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a cursor is taken and where not, from the first call to the last page. */
class CursorsTest {

  private static final Stack STACK = Stack.shared();
  private static final String BOARD = "/api/v1/leaderboards/walks";

  @BeforeAll
  static void fill() {
    STACK.execute(
        Rows.game("walks", "Walks"), Rows.game("other", "Other"), Rows.scores("walks", 5));
  }

  @Test
  void areGivenByAPageAndTakenByTheSameBoard() {
    String cursor = cursorOf(STACK.get(BOARD + "?limit=2"));

    Reply next = STACK.get(BOARD + "?limit=2&period=all-time&region=*&cursor=" + cursor);

    assertThat(next.players()).containsExactly("p002", "p003");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "leaderboards/other?",
        "leaderboards/walks?region=EU&",
        "leaderboards/walks?period=daily&",
        "leaderboards/global?",
        "scoreboard?"
      })
  void areRefusedByAnyOtherBoard(String board) {
    String cursor = cursorOf(STACK.get(BOARD + "?limit=2"));

    Reply reply = STACK.get("/api/v1/" + board + "cursor=" + cursor);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("INVALID_PARAMETER");
    assertThat(reply.json().at("/error/details/parameter").asText()).isEqualTo("cursor");
    assertThat(reply.refusedValue()).isEqualTo(cursor);
    assertThat(reply.json().at("/error/details/expected").asText())
        .startsWith("a cursor that a page of this board gave: gameId ");
  }

  /** The database would refuse it, as a fault of the service. */
  @Test
  void areRefusedOfATimeThatNoEventCanHave() {
    String plain = "after 1 +1000000-01-01T00:00:00Z ann walks * all-time 1970-01-01";
    String cursor = Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));

    Reply reply = STACK.get(BOARD + "?cursor=" + cursor);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("INVALID_PARAMETER");
  }

  /** From the one end and from the other, over places that nobody but the tables know. */
  @Test
  void leadBackFromAnEmptyPage() {
    Reply first = STACK.get(BOARD + "?limit=2");
    STACK.execute(
        "update laurel.player_scores set is_excluded = true where game_id = 'walks' and player_id > 'p001'");

    Reply behind = STACK.get(BOARD + "?limit=2&cursor=" + cursorOf(first));
    Reply back =
        STACK.get(
            BOARD + "?limit=2&cursor=" + behind.data().at("/pagination/previousCursor").asText());

    STACK.execute("update laurel.player_scores set is_excluded = false where game_id = 'walks'");
    assertThat(behind.players()).isEmpty();
    assertThat(behind.pagination())
        .isEqualTo("{\"limit\":2,\"offset\":2,\"total\":2,\"hasMore\":false}");
    assertThat(back.players()).containsExactly("p000", "p001");
  }

  private static String cursorOf(Reply reply) {
    return reply.data().at("/pagination/cursor").asText();
  }
}
