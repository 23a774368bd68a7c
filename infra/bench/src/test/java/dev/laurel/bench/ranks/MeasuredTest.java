package dev.laurel.bench.ranks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeasuredTest {

  @Test
  void showsMediansOverTheRoundsAndHoldsThemToTheirBars() {
    Measured measured = new Measured();
    for (int slower : new int[] {2, 0, 1}) {
      measured.add("rank", upTo(100, slower));
      measured.add("page", upTo(100, slower));
    }

    String table = measured.table(Map.of("rank", 101.0, "page", 100.5));

    assertThat(table.lines().skip(2))
        .satisfiesExactly(
            rank ->
                assertThat(rank.split(" *\\| *"))
                    .containsExactly(
                        "",
                        "rank",
                        "52.00",
                        "101.00",
                        "100.00 to 102.00",
                        "0",
                        "3",
                        "≤ 101.00",
                        "bar"),
            page -> assertThat(page).contains("≤ 100.50", "MISSED"));
  }

  @Test
  void holdsNothingToABarThatThereIsNot() {
    Measured measured = new Measured();
    measured.add("by Redis", upTo(10, 0));

    assertThat(measured.table(Map.of("rank", 1.0))).doesNotContain("≤", "MISSED");
  }

  @Test
  void countsTheErrorsOfAllRounds() {
    Measured measured = new Measured();
    measured.add("rank", new Times(new double[] {1}, 2));
    measured.add("rank", new Times(new double[] {1}, 3));

    assertThat(measured.table(Map.of())).containsPattern("\\| +5 \\| +2 \\|");
  }

  /** 1 ms, 2 ms … each a little slower, in no order. */
  private static Times upTo(int many, int slower) {
    return new Times(
        IntStream.range(0, many).mapToDouble(i -> 1 + slower + (i * 7919L % many)).toArray());
  }
}
