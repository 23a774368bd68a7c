package dev.laurel.pipeline.board;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;

/**
 * Boards that there are not, one for each key group: a record for each of them reaches every task
 * that boards are keyed to, behind everything that was sent there before, whatever their
 * parallelism is.
 */
final class Marks {
  private Marks() {}

  static List<Board> boards(int keyGroups) {
    List<Board> boards = new ArrayList<>();
    boolean[] reached = new boolean[keyGroups];
    for (long number = 0; boards.size() < keyGroups; number++) {
      Board board = new Board("mark", "mark", "", "", number);
      int group = KeyGroupRangeAssignment.assignToKeyGroup(board, keyGroups);
      if (!reached[group]) {
        reached[group] = true;
        boards.add(board);
      }
    }
    return boards;
  }
}
