package dev.laurel.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class StatisticsTest {

  @Test
  void theMedianIsTheMiddleOne() {
    assertThat(Statistics.of(List.of(9.0, 1.0, 2.0)).median()).isEqualTo(2);
  }

  @Test
  void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
    assertThat(Statistics.of(List.of(4.0, 1.0, 2.0, 9.0)).median()).isEqualTo(3);
  }

  @Test
  void theSpreadIsHalfOfTheRangeAsAPartOfTheMedian() {
    assertThat(Statistics.of(List.of(9.0, 10.0, 11.0)).spread()).isEqualTo(0.1);
    assertThat(Statistics.of(List.of(10.0)).spread()).isZero();
  }

  @Test
  void thereAreNoneOfNothing() {
    assertThatThrownBy(() -> Statistics.of(List.of()))
        .hasMessage("there are no values, expected one at least");
  }
}
