package dev.laurel.pipeline.board;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The closed boards that stay on the heap, because late events mostly touch what closed last: as
 * many as fit into a number of standings, the oldest are let go first.
 */
final class HeldClosed {
  /** What a board takes beside its standings. */
  private static final int BOARD_STANDINGS = 3;

  private final int mostStandings;
  private final TopIndex index;
  private final Deque<LocalTop> inOrder = new ArrayDeque<>();
  private final Map<LocalTop, Integer> held = new HashMap<>();
  private long standings;

  HeldClosed(int mostStandings, TopIndex index) {
    this.mostStandings = mostStandings;
    this.index = index;
  }

  /** Takes in a board, or that it holds more or less than before. */
  void touch(LocalTop top) {
    int now = BOARD_STANDINGS + top.held();
    Integer before = held.put(top, now);
    if (before == null) {
      inOrder.add(top);
    }
    standings += now - (before == null ? 0 : before);
  }

  /** Lets the oldest go until the others fit, but for those that are still needed. */
  void letGo(Predicate<LocalTop> isNeeded) {
    for (int looked = inOrder.size(); standings > mostStandings && looked > 0; looked--) {
      LocalTop oldest = inOrder.poll();
      if (isNeeded.test(oldest)) {
        inOrder.add(oldest);
      } else {
        standings -= held.remove(oldest);
        index.remove(oldest.board());
      }
    }
  }
}
