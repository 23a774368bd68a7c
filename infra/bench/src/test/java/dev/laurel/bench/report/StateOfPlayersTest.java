package dev.laurel.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StateOfPlayersTest {

  @Test
  void aPlayerTakesWhatTheStateHoldsMoreThanWithoutPlayers() {
    List<Run> runs = List.of(run("state-10", 0, 0, 1), run("state-10", 1, 50, 5));

    assertThat(new StateOfPlayers(runs, 1_000).table().lines().skip(2))
        .singleElement()
        .asString()
        .matches("\\| 10 +\\| +1,000 +\\| +4\\.0 +\\| +4,000 +\\| +400 \\|");
  }

  @Test
  void otherCellsAreNotShown() {
    assertThat(new StateOfPlayers(List.of(run("zipf-1m", 1, 50, 5)), 1_000).table()).isEmpty();
  }

  private static Run run(String cell, int round, long events, double megabytes) {
    return new Run(
        cell,
        "laurel-full",
        round,
        events == 0,
        "log",
        events,
        events,
        1,
        1,
        Map.of(),
        1,
        2,
        3,
        megabytes,
        Map.of(),
        Run.SAME);
  }
}
