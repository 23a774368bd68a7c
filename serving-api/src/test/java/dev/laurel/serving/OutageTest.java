package dev.laurel.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.serving.RankChangeJson.Line;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutageTest {

  private static final Stack STACK = Stack.shared();

  @Test
  void answersBoardsFromMemoryWhileTheDatabaseIsAway() throws IOException {
    STACK.execute(Rows.game("outage", "Outage"));
    STACK.publish(RankChangeJson.whole("outage", 10, Line.of("ada", 5)).ofTotal(200));
    awaitVersion(10);
    STACK.database().stop();
    try {
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> STACK.get("/observe/health/ready").status() == 503);
      STACK.publish(RankChangeJson.after(10, "outage", 11, 1, Line.of("ada", 6)).ofTotal(200));
      awaitVersion(11);

      Reply board = STACK.get("/api/v1/leaderboards/outage?limit=1");
      assertThat(board.status()).isEqualTo(200);
      assertThat(board.data().path("stale").asBoolean()).isTrue();
      assertThat(board.header("Warning")).startsWith("110 ");
      assertThat(STACK.get("/api/v1/leaderboards/outage?limit=50").code())
          .isEqualTo("DATABASE_UNAVAILABLE");
      assertThat(STACK.get("/api/v1/players/ada").status()).isEqualTo(503);
      assertThat(STACK.get("/api/v1/games").header("Retry-After")).isEqualTo("1");
      assertThat(STACK.get("/observe/health/live").status()).isEqualTo(200);
    } finally {
      STACK.database().startAgain();
    }
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> STACK.get("/observe/health/ready").status() == 200);
    assertThat(STACK.get("/api/v1/leaderboards/outage?limit=1").data().path("stale").asBoolean())
        .isFalse();
  }

  @Test
  void startsWithoutItsDatabaseAndItsTopic() throws BadConfigurationException {
    ServingConfig config =
        ServingConfig.of(
            "--bootstrap-servers=" + STACK.broker().address(),
            "--jdbc-url=jdbc:postgresql://127.0.0.1:1/laurel",
            "--rank-changes-topic=later",
            "--host=127.0.0.1",
            "--port=0");
    try (RunningService lonely = new RunningService(config)) {
      lonely.start();

      assertThat(Replies.get(lonely, "/observe/health/live").status()).isEqualTo(200);
      assertThat(Replies.get(lonely, "/observe/health/ready").status()).isEqualTo(503);
      assertThat(Replies.get(lonely, "/api/v1/scoreboard").code()).isEqualTo("CACHE_UNAVAILABLE");

      STACK.broker().createTopic("later", 1);
      RankChangeJson change = RankChangeJson.whole("global", 3, Line.of("ada", 1));
      STACK.broker().send("later", change.key(), change.json());
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> Replies.get(lonely, "/api/v1/scoreboard").status() == 200);
      assertThat(Replies.get(lonely, "/api/v1/scoreboard").data().path("stale").asBoolean())
          .isTrue();
    }
  }

  private static void awaitVersion(long version) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                STACK.get("/api/v1/leaderboards/outage?limit=1").data().path("version").asLong()
                    == version);
  }
}
