package dev.laurel.pipeline.board;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The closed boards that stay on the heap, because late events mostly touch what closed last: as
 * many as fit into a number of standings, the oldest are let go first.
 */
final class HeldClosed {
  private final int mostStandings;
  private final TopIndex index;
  private final Deque<LocalTop> inOrder = new ArrayDeque<>();
  private final Set<LocalTop> held = new HashSet<>();
  private long standings;

  HeldClosed(int mostStandings, TopIndex index) {
    this.mostStandings = mostStandings;
    this.index = index;
  }

  void touch(LocalTop top) {
    if (held.add(top)) {
      inOrder.add(top);
      standings += 1 + top.held();
    }
  }

  /** Lets the oldest go until the others fit, but for those that are still needed. */
  void letGo(Predicate<LocalTop> isNeeded) {
    for (int looked = inOrder.size(); standings > mostStandings && looked > 0; looked--) {
      LocalTop oldest = inOrder.poll();
      if (isNeeded.test(oldest)) {
        inOrder.add(oldest);
      } else {
        held.remove(oldest);
        index.remove(oldest.board());
        standings = recount();
      }
    }
  }

  private long recount() {
    return held.stream().mapToLong(top -> 1 + top.held()).sum();
  }
}
