package dev.laurel.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} of each of the five processes in turn, while the results of 27 seasons come in;
 * then an orderly stop and a second start.
 */
class KillsIT {
  private static final List<String> PROCESSES =
      List.of("taskmanager", "kafka", "postgres", "jobmanager", "api");
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String EVENTS_A_SECOND = "300";

  @Test
  void nothingIsLostOrCountedTwiceWhenAnyProcessIsKilledOrAllAreStopped(@TempDir Path folder)
      throws Exception {
    try (Stack stack = Stack.start("kills")) {
      FormulaOne formulaOne = FormulaOne.beside(stack.root());
      assumeTrue(formulaOne.isThere(), formulaOne.absence());
      stack.laurel("catalog", "load", formulaOne.catalog().toString());
      List<List<String>> parts = parts(formulaOne.lines());
      long results = 0;
      for (int i = 0; i < PROCESSES.size(); i++) {
        Path part = Files.write(folder.resolve(PROCESSES.get(i) + ".jsonl"), parts.get(i));
        results += parts.get(i).stream().filter(KillsIT::isResult).count();
        replayAndKill(stack, PROCESSES.get(i), part, results);
      }
      BoardClient boards = new BoardClient(stack.api());
      SeasonBoards seasons = new SeasonBoards(formulaOne, boards);
      seasons.holdFinals();
      holdTables(stack);

      holdRestart(stack, boards);
      seasons.holdFinals();
      assertThat(stack.laurel("verify", "--wait", PATIENCE.toString()))
          .endsWith("equal: the tables hold what the log says\n");
    }
  }

  /** The stack keeps its ports for itself, and its boards over a restart. */
  private static void holdRestart(Stack stack, BoardClient boards) {
    LogProgress.awaitCheckpointOfAll(stack.bootstrapServers());
    JsonNode before = boards.leaderboard("global");
    assertThatThrownBy(stack::startAnotherOnItsPorts)
        .hasMessageContaining("is taken by another process")
        .hasMessageContaining("--port-offset");

    Instant again = Instant.now();
    stack.restart();

    assertThat(before).hasSize(100);
    assertThat(boards.leaderboard("global")).isEqualTo(before);
    System.out.printf(
        "stopped, and answers again after %.1f s%n",
        Duration.between(again, Instant.now()).toMillis() / 1000.0);
  }

  /**
   * Kills the process while a part of the log is being sent, and waits until all of it is booked.
   */
  private static void replayAndKill(Stack stack, String process, Path part, long results) {
    long killed = stack.pid(process);
    long booked = Database.of(stack).actions();
    CompletableFuture<String> replay =
        CompletableFuture.supplyAsync(
            () -> stack.laurel("replay", "--rate", EVENTS_A_SECOND, part.toString()));
    await("the replay is under way")
        .atMost(PATIENCE)
        .until(() -> Database.of(stack).actions() > booked);
    assertThat(replay).as("the replay, when %s is killed", process).isNotDone();
    Instant start = Instant.now();
    stack.kill(process);
    await(process + " is started again")
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> stack.pid(process) != killed && stack.isReady());
    Duration startedAgain = Duration.between(start, Instant.now());
    replay.join();
    await("what was sent is booked after " + process + " was killed")
        .atMost(PATIENCE)
        .until(() -> Database.of(stack).actions() >= results);
    assertThat(Database.of(stack).actions()).isEqualTo(results);
    System.out.printf(
        "%s killed: started again after %.1f s, all that was sent is booked after %.1f s%n",
        process,
        startedAgain.toMillis() / 1000.0,
        Duration.between(start, Instant.now()).toMillis() / 1000.0);
  }

  private static void holdTables(Stack stack) throws SQLException {
    Database database = Database.of(stack);
    database.holdTotals();
    await("months of players").atMost(PATIENCE).untilAsserted(database::holdMonths);
  }

  private static List<List<String>> parts(List<String> lines) {
    int size = lines.size() / PROCESSES.size() + 1;
    return IntStream.range(0, PROCESSES.size())
        .mapToObj(i -> lines.subList(i * size, Math.min(lines.size(), (i + 1) * size)))
        .toList();
  }

  private static boolean isResult(String line) {
    return line.contains("\"type\":\"action\"");
  }
}
