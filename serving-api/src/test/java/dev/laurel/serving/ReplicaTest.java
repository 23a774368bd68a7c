package dev.laurel.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.schema.LaurelDatabase;
import dev.laurel.serving.RankChangeJson.Line;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Boards below their tops are read from a copy of the database while there is one. */
class ReplicaTest {

  private static final Stack STACK = Stack.shared();

  @Test
  void answersWhatTheCopyHoldsAndGoesToTheDatabaseWithoutIt() throws Exception {
    try (LaurelDatabase main = LaurelDatabase.start();
        LaurelDatabase copy = main.replica()) {
      execute(
          main,
          Rows.game("copied", "Copied"),
          Rows.scores("copied", 150),
          Rows.top("copied", 5, List.of(Line.of("p000", 50))).replace("1, '[", "150, '["));
      String both =
          copy.url()
              .replace("/laurel", "," + hostOf(main) + "/laurel?targetServerType=preferSecondary");
      try (RunningService service =
          new RunningService(
              ServingConfig.of(
                  "--bootstrap-servers=" + STACK.broker().address(),
                  "--jdbc-url=" + main.url(),
                  "--replica-jdbc-url=" + both,
                  "--host=127.0.0.1",
                  "--port=0"))) {
        service.start();
        await()
            .atMost(Duration.ofSeconds(20))
            .until(() -> Replies.get(service, "/observe/health/ready").status() == 200);
        await().until(() -> total(service) == 150);

        execute(copy, "select pg_wal_replay_pause()");
        execute(main, "delete from laurel.player_scores where player_id = 'p149'");
        assertThat(total(service)).as("as the copy knows it").isEqualTo(150);
        execute(copy, "select pg_wal_replay_resume()");
        await().atMost(Duration.ofSeconds(10)).until(() -> total(service) == 149);

        copy.stop();
        execute(main, "delete from laurel.player_scores where player_id = 'p148'");
        await().atMost(Duration.ofSeconds(20)).until(() -> total(service) == 148);
      }
    }
  }

  private static long total(RunningService service) {
    return Replies.get(service, "/api/v1/leaderboards/copied?offset=100")
        .data()
        .at("/pagination/total")
        .asLong();
  }

  private static String hostOf(LaurelDatabase database) {
    return database.url().replaceFirst(".*//", "").replaceFirst("/.*", "");
  }

  private static void execute(LaurelDatabase database, String... statements) throws Exception {
    try (Connection connection = database.connect("postgres");
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
