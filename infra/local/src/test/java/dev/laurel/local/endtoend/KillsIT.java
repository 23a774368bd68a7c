package dev.laurel.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * {@code kill -9} of each of the five processes in turn, while the results of 27 seasons come in.
 */
class KillsIT {
  private static final List<String> PROCESSES =
      List.of("taskmanager", "kafka", "postgres", "jobmanager", "api");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Test
  void nothingIsLostOrCountedTwiceWhenAnyProcessIsKilled() throws Exception {
    try (Stack stack = Stack.start("kills")) {
      FormulaOne formulaOne = FormulaOne.beside(stack.root());
      assumeTrue(formulaOne.isThere(), formulaOne.absence());
      stack.laurel("catalog", "load", formulaOne.catalog().toString());

      CompletableFuture<String> replay =
          CompletableFuture.supplyAsync(
              () -> stack.laurel("replay", "--rate", "120", formulaOne.events().toString()));
      for (String process : PROCESSES) {
        killAndAwaitReturn(stack, process);
      }
      assertThat(replay.isDone()).as("the kills came during the replay").isFalse();
      replay.join();

      BoardClient boards = new BoardClient(stack.api());
      new SeasonBoards(formulaOne, boards).holdFinals();
      holdTables(stack, formulaOne);
    }
  }

  private static void killAndAwaitReturn(Stack stack, String process) {
    long killed = stack.pid(process);
    long scored = scoreEvents(stack);
    stack.kill(process);
    await(process + " is started again")
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> stack.pid(process) != killed && stack.isReady());
    await("events are booked after " + process + " was killed")
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> scoreEvents(stack) > scored);
  }

  private static void holdTables(Stack stack, FormulaOne formulaOne) throws SQLException {
    long results =
        formulaOne.lines().stream().filter(line -> line.contains("\"type\":\"action\"")).count();
    await("every result stands in score_events")
        .atMost(PATIENCE)
        .until(() -> scoreEvents(stack) == results);
    try (Connection database = DriverManager.getConnection(stack.jdbcUrl(), "laurel_admin", "")) {
      assertThat(number(database, "select count(distinct event_id) from laurel.score_events"))
          .isEqualTo(results);
      assertThat(
              number(
                  database,
                  """
                  select count(*) from (
                    select player_id, game_id, sum(points) as score, count(*) as actions from laurel.score_events
                    group by player_id, game_id) as summed
                  full join laurel.player_scores as kept using (player_id, game_id)
                  where (summed.score, summed.actions) is distinct from (kept.score, kept.total_actions)"""))
          .as("scores that are not the sum of their events")
          .isZero();
      assertThat(
              number(
                  database,
                  """
                  select count(*) from (
                    select player_id, sum(score) as score from laurel.player_scores group by player_id) as summed
                  full join laurel.players as kept using (player_id)
                  where summed.score is distinct from kept.score"""))
          .as("players whose total is not the sum of their games")
          .isZero();
    }
  }

  private static long scoreEvents(Stack stack) {
    try (Connection database = DriverManager.getConnection(stack.jdbcUrl(), "laurel_admin", "")) {
      return number(database, "select count(*) from laurel.score_events");
    } catch (SQLException away) {
      return -1;
    }
  }

  private static long number(Connection database, String query) throws SQLException {
    try (var statement = database.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
