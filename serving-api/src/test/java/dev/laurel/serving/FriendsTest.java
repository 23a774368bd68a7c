package dev.laurel.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Players ranked among themselves, of a board of 250: p000 first, one second after another. */
class FriendsTest {

  private static final Stack STACK = Stack.shared();
  private static final String BOARD = "/api/v1/leaderboards/friendly";

  @BeforeAll
  static void fill() {
    STACK.execute(Rows.game("friendly", "Friendly"), Rows.scores("friendly", 250));
  }

  @ParameterizedTest
  @ValueSource(strings = {"p007,p000,nobody,p007", "p007,p000,p249,nobody"})
  void areCountedAmongThemselves(String players) {
    Reply asked = STACK.get(BOARD + "/friends?players=" + players);
    Reply posted =
        STACK.send("POST", BOARD + "/friends", "[\"" + players.replace(",", "\",\"") + "\"]");

    assertThat(friends(asked))
        .isEqualTo(
            players.contains("p249")
                ? List.of("1 1 p000", "2 8 p007", "3 250 p249")
                : List.of("1 1 p000", "2 8 p007"));
    assertThat(asked.data().path("absent").toString()).isEqualTo("[\"nobody\"]");
    assertThat(asked.data().path("total").asLong()).isEqualTo(250);
    assertThat(posted.status()).isEqualTo(200);
    assertThat(friends(posted)).isEqualTo(friends(asked));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "[1]", "[\"p0 0\"]", "[\"p000\"", "\"p000\"", "[null]", "["})
  void areNoOtherBodyThanAListOfThem(String body) {
    Reply reply = STACK.send("POST", BOARD + "/friends", body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("INVALID_PARAMETER");
  }

  @Test
  void areAHundredAtMost() {
    List<String> names = IntStream.range(0, 101).mapToObj("friend-%d"::formatted).toList();

    String most = BOARD + "/friends?players=" + String.join(",", names.subList(1, 101));
    assertThat(STACK.get(most).data().path("absent")).hasSize(100);
    Reply more = STACK.get(BOARD + "/friends?players=" + String.join(",", names));
    assertThat(more.status()).isEqualTo(400);
    assertThat(more.refusedValue()).isEqualTo("101 playerIds");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "%40"})
  void areAHundredOfTheLongestNamesInOneLine(String letter) {
    String end = letter.repeat(124);
    List<String> names = IntStream.range(0, 100).mapToObj(n -> "%04d".formatted(n) + end).toList();

    Reply reply = STACK.get(BOARD + "/friends?players=" + String.join(",", names));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.data().path("absent")).hasSize(100);
    assertThat(reply.data().at("/absent/99").asText()).hasSize(128).startsWith("0099");
  }

  private static List<String> friends(Reply reply) {
    List<String> lines = new ArrayList<>();
    for (JsonNode line : reply.data().path("leaderboard")) {
      lines.add(
          "%d %d %s"
              .formatted(
                  line.path("friendRank").asInt(),
                  line.path("rank").asInt(),
                  line.path("userId").asText()));
    }
    return lines;
  }
}
