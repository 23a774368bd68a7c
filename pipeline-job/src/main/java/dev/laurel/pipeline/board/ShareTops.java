package dev.laurel.pipeline.board;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Shares what changed of the tops of one task, open boards and closed ones. */
final class ShareTops {
  private final KeyGroups players;
  private final long epoch;
  private final HeldClosed heldClosed;
  private final Consumer<Share> out;
  private final ChangedTops open = new ChangedTops();
  private final Set<LocalTop> closed = new LinkedHashSet<>();

  /** Shares are of these players and of the start that has this number. */
  ShareTops(KeyGroups players, long epoch, HeldClosed heldClosed, Consumer<Share> out) {
    this.players = players;
    this.epoch = epoch;
    this.heldClosed = heldClosed;
    this.out = out;
  }

  /** Takes note of a top that may have changed. */
  void note(LocalTop top) {
    if (!top.hasChanged()) {
      return;
    }
    if (top.isClosed()) {
      closed.add(top);
    } else {
      open.note(top);
    }
  }

  /** Those that changed and were not shared. */
  Stream<LocalTop> changed() {
    return Stream.concat(open.all(), closed.stream());
  }

  int changedOpen() {
    return open.tops();
  }

  boolean shareOpen(int most) {
    for (int shared = 0; shared < most; shared++) {
      LocalTop next = open.nextTop();
      if (next == null) {
        return true;
      }
      out.accept(next.changes(players, epoch));
    }
    return open.tops() == 0;
  }

  void shareTotals() {
    for (LocalTop next = open.nextTotal(); next != null; next = open.nextTotal()) {
      out.accept(next.changes(players, epoch));
    }
  }

  void shareClosed() {
    closed.forEach(this::shareClosed);
    closed.clear();
  }

  void shareClosed(LocalTop top) {
    out.accept(top.closed(players, epoch));
    heldClosed.touch(top);
  }

  /** Lets closed boards go that take too much of the heap, but for those that are needed. */
  void letGo(Predicate<LocalTop> needed) {
    heldClosed.letGo(needed);
  }

  void tellComplete(Share.Kind kind, boolean anew) {
    for (Board lead : Marks.boards(players.all())) {
      out.accept(Share.mark(lead, players, epoch, kind, anew));
    }
  }
}
