package dev.laurel.pipeline.board;

import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;

/**
 * The open boards on which readers may see somebody. After a start nobody shares a board that has
 * been left by all its players, though its top may still be shown with them: these are the boards
 * that have to be published then, whether shared or not.
 *
 * <p>State, one a board, until it is closed or, if it never is, published empty.
 */
final class ShownBoards {
  private static final String SHOWN = "shown";

  private final KeyedStateBackend<Board> keys;
  private final ValueState<Boolean> shown;

  ShownBoards(RuntimeContext context, KeyedStateBackend<Board> keys) {
    this.keys = keys;
    shown = context.getState(new ValueStateDescriptor<>(SHOWN, Types.BOOLEAN));
  }

  /** Takes note of whether readers may see somebody on the board. */
  void note(Board board, boolean anybody) throws Exception {
    keys.setCurrentKey(board);
    if (anybody) {
      shown.update(true);
    } else {
      shown.clear();
    }
  }

  /** All of them. */
  List<Board> all() {
    try (Stream<Board> boards = keys.getKeys(SHOWN, VoidNamespace.INSTANCE)) {
      return boards.toList();
    }
  }
}
