package dev.laurel.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SummaryTest {

  private static final int WARM_UP = 0;

  @Test
  void whatStartingCostsIsTakenOffAndTheWarmUpIsNotCounted() {
    Summary summary =
        new Summary(
            List.of(
                empty("L2", 4),
                run("L2", WARM_UP, 99, Run.NONE),
                run("L2", 1, 10, Run.NONE),
                run("L2", 2, 12, Run.NONE),
                run("L2", 3, 9, Run.NONE)));

    assertThat(summary.cpuMicros("L2").median()).isEqualTo(6);
  }

  @Test
  void aRatioStandsWhereBothHaveTheRightBoards() {
    assertThat(line("laurel-sql", Run.SAME, Run.SAME)).contains(" 0.25 |").contains("same");
  }

  @Test
  void thereIsNoRatioWhereTheBoardsOfEitherDiffer() {
    assertThat(line("laurel-sql", "game-01: place 3 is ...", Run.SAME))
        .doesNotContain("0.25")
        .contains("DIFFERENT");
    assertThat(line("laurel-sql", Run.SAME, "game-01: place 3 is ..."))
        .doesNotContain("0.25")
        .contains("same");
  }

  private static String line(String contender, String boards, String boardsOfPeer) {
    Summary summary =
        new Summary(
            List.of(
                empty("sql-fast", 10),
                empty("laurel-sql", 5),
                run("sql-fast", 1, 30, boardsOfPeer),
                run("laurel-sql", 1, 10, boards)));
    return summary.table().lines().filter(each -> each.contains(contender)).findFirst().orElse("");
  }

  private static Run empty(String contender, double cpuSeconds) {
    return run(contender, 0, true, cpuSeconds, Run.NONE);
  }

  private static Run run(String contender, int round, double cpuSeconds, String boards) {
    return run(contender, round, false, cpuSeconds, boards);
  }

  private static Run run(
      String contender, int round, boolean empty, double cpuSeconds, String boards) {
    long events = empty ? 0 : 1_000_000;
    return new Run(
        "zipf-1m",
        contender,
        round,
        empty,
        "log",
        events,
        events,
        cpuSeconds,
        4,
        Map.of(),
        1,
        2,
        3,
        4,
        Map.of(),
        boards);
  }
}
