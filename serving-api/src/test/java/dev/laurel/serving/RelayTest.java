package dev.laurel.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.serving.RankChangeJson.Line;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelayTest {

  private static final Stack STACK = Stack.shared();

  @Test
  void loadsABoardAnewWhenAChangeIsMissing() {
    STACK.publish(RankChangeJson.whole("gap", 10, Line.of("ada", 5)));
    awaitVersion("gap", 10);

    STACK.publish(RankChangeJson.after(12, "gap", 13, 3, Line.of("cleo", 4)));
    await().until(() -> Metric.of(STACK, "laurel_boards_with_gap") == 1);
    assertThat(version("gap")).isEqualTo(10);
    STACK.execute(Rows.top("gap", 12, List.of(Line.of("ada", 5), Line.of("bob", 3))));

    awaitVersion("gap", 13);
    assertThat(STACK.get("/api/v1/leaderboards/gap").players())
        .containsExactly("ada", "cleo", "bob");
    await().until(() -> Metric.of(STACK, "laurel_boards_with_gap") == 0);
  }

  @Test
  void doesNotLetAGapHoldUpOtherBoards() {
    STACK.publish(RankChangeJson.after(3, "torn", 4, 1, Line.of("ada", 1)));
    STACK.publish(RankChangeJson.whole("fine", 5, Line.of("ada", 1)));

    awaitVersion("fine", 5);

    STACK.execute(Rows.top("torn", 4, List.of(Line.of("ada", 1))));
    awaitVersion("torn", 4);
  }

  @Test
  void goesOnWhenTheBrokerComesBack() {
    STACK.publish(RankChangeJson.whole("restart", 10, Line.of("ada", 5)));
    awaitVersion("restart", 10);

    STACK.broker().stop();
    STACK.broker().startAgain();
    STACK.publish(RankChangeJson.after(10, "restart", 11, 1, Line.of("ada", 6)));

    awaitVersion("restart", 11);
  }

  @Test
  void loadsWhatWasPublishedBeforeTheStart() throws BadConfigurationException {
    STACK.execute(Rows.top("early", 5, List.of(Line.of("ada", 5))));
    STACK.publish(RankChangeJson.after(5, "early", 6, 1, Line.of("ada", 6)));

    try (RunningService other = new RunningService(STACK.config("--board-token=optional"))) {
      other.start();
      await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () ->
                  Replies.get(other, "/api/v1/leaderboards/early").data().path("version").asLong()
                      == 6);
    }
  }

  private static void awaitVersion(String gameId, long version) {
    await().atMost(Duration.ofSeconds(20)).until(() -> version(gameId) == version);
  }

  private static long version(String gameId) {
    return STACK.get("/api/v1/leaderboards/" + gameId).data().path("version").asLong();
  }
}
