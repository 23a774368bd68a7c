package dev.laurel.pipeline.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoverageTest {
  private final Coverage coverage = new Coverage();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 128})
  void isWholeWhenEveryTaskHasTold(int parallelism) {
    for (int task = 0; task < parallelism; task++) {
      assertThat(coverage.isWhole()).as("before task %d has told", task).isFalse();
      coverage.add(KeyGroups.of(task, parallelism, 128));
      coverage.add(KeyGroups.of(0, parallelism, 128));
    }

    assertThat(coverage.isWhole()).isTrue();
  }

  @Test
  void hasTheTasksThatHaveToldAndNoOthers() {
    coverage.add(KeyGroups.of(1, 2, 8));

    assertThat(coverage.complete()).containsExactly(new KeyGroups(4, 7, 8));
  }
}
