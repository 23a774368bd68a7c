package dev.laurel.pipeline.board;

import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** Flink's harness around the two operators, with the parallelism and the state they start with. */
final class ShardHarness {
  static final int MAX_PARALLELISM = 360;

  /**
   * One subtask of several.
   *
   * @param state what all subtasks of an earlier run left; empty for a first start
   */
  record Subtask(int index, int parallelism, List<OperatorSubtaskState> state) {
    static Subtask only(OperatorSubtaskState... state) {
      return new Subtask(0, 1, List.of(state));
    }
  }

  private ShardHarness() {}

  static KeyedOneInputStreamOperatorTestHarness<BoardShard, StandingChange, ShardTop> rankShard(
      int topSize, Duration tick, Subtask subtask) throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            (OneInputStreamOperator<StandingChange, ShardTop>)
                new KeyedProcessOperator<>(new RankShard(topSize, tick)),
            BoardShard::of,
            TypeInformation.of(BoardShard.class),
            MAX_PARALLELISM,
            subtask.parallelism(),
            subtask.index());
    return started(harness, subtask);
  }

  static KeyedOneInputStreamOperatorTestHarness<Board, ShardTop, BoardTop> mergeTops(
      int topSize, Duration publishEvery, Subtask subtask) throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            (OneInputStreamOperator<ShardTop, BoardTop>)
                new KeyedProcessOperator<>(new MergeTops(topSize, publishEvery)),
            ShardTop::board,
            TypeInformation.of(Board.class),
            MAX_PARALLELISM,
            subtask.parallelism(),
            subtask.index());
    return started(harness, subtask);
  }

  private static <H extends AbstractStreamOperatorTestHarness<?>> H started(
      H harness, Subtask subtask) throws Exception {
    harness.setup();
    if (!subtask.state().isEmpty()) {
      OperatorSubtaskState[] states = subtask.state().toArray(OperatorSubtaskState[]::new);
      harness.initializeState(
          AbstractStreamOperatorTestHarness.repartitionOperatorState(
              AbstractStreamOperatorTestHarness.repackageState(states),
              MAX_PARALLELISM,
              states.length,
              subtask.parallelism(),
              subtask.index()));
    }
    harness.open();
    return harness;
  }
}
