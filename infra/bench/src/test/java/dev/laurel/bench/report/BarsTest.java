package dev.laurel.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class BarsTest {

  @Test
  void aBarIsMetMissedOrPassedByFar() {
    assertThat(line(20, 2)).contains("0.10").contains("aim");
    assertThat(line(20, 4)).contains("0.20").contains("bar");
    assertThat(line(20, 6)).contains("0.30").contains("MISSED");
  }

  @Test
  void whatWasNotMeasuredIsNotShown() {
    assertThat(new Bars(List.of(), OptionalDouble.empty(), OptionalDouble.empty()).table())
        .isEmpty();
  }

  @Test
  void aRestartAndADelayAreHeldToTheirBarsToo() {
    String table = new Bars(List.of(), OptionalDouble.of(300), OptionalDouble.of(12)).table();

    assertThat(table.lines().filter(line -> line.contains("restart")))
        .singleElement()
        .asString()
        .contains("12")
        .contains("bar");
    assertThat(table.lines().filter(line -> line.contains("rank change")))
        .singleElement()
        .asString()
        .contains("MISSED");
  }

  @Test
  void unevennessIsTheBusiestAgainstTheMean() {
    assertThat(Bars.unevenness(new double[] {1, 1, 4, 2})).isEqualTo(2);
  }

  private static String line(double sqlSeconds, double laurelSeconds) {
    List<Run> runs =
        List.of(
            run("sql-fast", 0, 0, 0),
            run("laurel-sql", 0, 0, 0),
            run("sql-fast", 1, 1_000_000, sqlSeconds),
            run("laurel-sql", 1, 1_000_000, laurelSeconds));
    return new Bars(runs, OptionalDouble.empty(), OptionalDouble.empty())
        .table()
        .lines()
        .filter(each -> each.contains("CPU of sql-fast"))
        .findFirst()
        .orElse("");
  }

  private static Run run(String contender, int round, long events, double cpuSeconds) {
    return new Run(
        "zipf-1m",
        contender,
        round,
        events == 0,
        "log",
        events,
        events,
        cpuSeconds,
        1,
        Map.of(),
        1,
        2,
        3,
        4,
        Map.of(),
        Run.SAME);
  }
}
