package dev.laurel.pipeline.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.PriorityQueue;

/** Boards to be published, each once, by when they may be. */
final class PublicationQueue {

  private record Due(long at, long order, OpenBoard board) {}

  private final PriorityQueue<Due> queue =
      new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::order));
  private final Map<OpenBoard, Due> waiting = new HashMap<>();
  private long order;

  /** Adds a board that is to be published at that time, unless it waits already. */
  void add(OpenBoard board, long at) {
    if (!waiting.containsKey(board)) {
      Due due = new Due(at, order++, board);
      waiting.put(board, due);
      queue.add(due);
    }
  }

  /** Takes a board out; tells whether it was waiting. */
  boolean remove(OpenBoard board) {
    Due due = waiting.remove(board);
    return due != null && queue.remove(due);
  }

  OptionalLong nextDue() {
    return queue.isEmpty() ? OptionalLong.empty() : OptionalLong.of(queue.peek().at());
  }

  /** Takes out the boards that are due at that time. */
  List<OpenBoard> due(long now) {
    List<OpenBoard> due = new ArrayList<>();
    while (!queue.isEmpty() && queue.peek().at() <= now) {
      OpenBoard board = queue.poll().board();
      waiting.remove(board);
      due.add(board);
    }
    return due;
  }
}
