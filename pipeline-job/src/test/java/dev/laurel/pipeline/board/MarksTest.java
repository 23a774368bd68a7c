package dev.laurel.pipeline.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarksTest {
  private static final int KEY_GROUPS = 128;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, KEY_GROUPS})
  void reachEveryTaskWhateverTheParallelism(int parallelism) {
    Set<Integer> reached = new HashSet<>();
    for (Board mark : Marks.boards(KEY_GROUPS)) {
      reached.add(
          KeyGroupRangeAssignment.assignKeyToParallelOperator(mark, KEY_GROUPS, parallelism));
    }

    assertThat(reached).hasSize(parallelism);
    assertThat(Marks.boards(KEY_GROUPS)).hasSize(KEY_GROUPS).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void theTasksOfAParallelismShareTheKeyGroupsOut(int parallelism) {
    int next = 0;
    for (int task = 0; task < parallelism; task++) {
      KeyGroups groups = KeyGroups.of(task, parallelism, KEY_GROUPS);
      assertThat(groups.first()).isEqualTo(next);
      next += groups.count();
    }
    assertThat(next).isEqualTo(KEY_GROUPS);
  }
}
