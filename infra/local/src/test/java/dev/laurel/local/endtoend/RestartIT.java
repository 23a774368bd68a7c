package dev.laurel.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A stack from its first start to its second, with all of Formula 1 at full speed between. */
class RestartIT {

  @Test
  void keepsItsBoardsOverARestartAndItsPortsForItself() {
    Instant start = Instant.now();
    try (Stack stack = Stack.start("restart")) {
      report("An empty stack answers", start);
      FormulaOne formulaOne = FormulaOne.beside(stack.root());
      assumeTrue(formulaOne.isThere(), formulaOne.absence());
      BoardClient boards = new BoardClient(stack.api());
      SeasonBoards seasons = new SeasonBoards(formulaOne, boards);
      stack.laurel("catalog", "load", formulaOne.catalog().toString());

      stack.laurel("replay", formulaOne.events().toString());
      Instant sent = Instant.now();
      seasons.holdFinals();
      report("All seasons, sent at full speed, are visible", sent);
      LogProgress.awaitCheckpointOfAll(stack.bootstrapServers());
      JsonNode before = boards.leaderboard("global");

      assertThatThrownBy(stack::startAnotherOnItsPorts)
          .hasMessageContaining("is taken by another process")
          .hasMessageContaining("--port-offset");

      Instant again = Instant.now();
      stack.restart();
      report("A stack on kept state is stopped and answers again", again);

      assertThat(before).hasSize(100);
      assertThat(boards.leaderboard("global")).isEqualTo(before);
      seasons.holdFinals();
    }
  }

  private static void report(String what, Instant since) {
    System.out.printf(
        "%s after %.1f s%n", what, Duration.between(since, Instant.now()).toMillis() / 1000.0);
  }
}
