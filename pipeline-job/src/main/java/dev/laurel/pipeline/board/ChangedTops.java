package dev.laurel.pipeline.board;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The open boards that changed since they were shared, each once, in the order in which they did:
 * those whose top is another, which is told at once, and those of which only the total is.
 */
final class ChangedTops {
  private final Deque<LocalTop> tops = new ArrayDeque<>();
  private final Deque<LocalTop> totals = new ArrayDeque<>();

  void note(LocalTop top) {
    if (top.topHasChanged()) {
      if (!top.isQueued) {
        top.isQueued = true;
        tops.add(top);
      }
    } else if (!top.isTotalQueued) {
      top.isTotalQueued = true;
      totals.add(top);
    }
  }

  /** The next one whose top is another; null if there is none. */
  LocalTop nextTop() {
    return next(tops, top -> top.isQueued = false);
  }

  /** The next one of which nothing but the total has to be told; null if there is none. */
  LocalTop nextTotal() {
    return next(totals, top -> top.isTotalQueued = false);
  }

  /** Takes out the first that is still open and has not been shared meanwhile. */
  private static LocalTop next(Deque<LocalTop> queue, Consumer<LocalTop> takenOut) {
    LocalTop next;
    do {
      next = queue.poll();
      if (next == null) {
        return null;
      }
      takenOut.accept(next);
    } while (!next.isOpenAndChanged());
    return next;
  }

  /** How many there are whose top is another. */
  int tops() {
    return tops.size();
  }

  Stream<LocalTop> all() {
    return Stream.concat(tops.stream(), totals.stream());
  }
}
