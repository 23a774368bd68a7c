package dev.laurel.serving.board;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * What is held of one board: its newest top, and the changes that wait because one before them is
 * missing.
 *
 * <p>A change that joins up with the top is put in; one that is not newer is dropped; any other is
 * a gap and waits, with all later ones, until the table gives a top that they join up with, or that
 * is newer than they are, or until a change that holds the whole top comes. Since the table gets
 * every version sooner or later, a gap always closes.
 *
 * <p>Not thread-safe: {@link BoardCache} holds its lock.
 */
final class BoardLine {

  /** The most changes that wait; beyond it the oldest go, and the table must come further. */
  static final int MOST_PENDING = 1_000;

  private final Deque<RankChange> pending = new ArrayDeque<>();
  private Optional<Top> held = Optional.empty();

  /** What became of a message. */
  enum Outcome {
    APPLIED,
    DROPPED,
    GAP
  }

  /** Takes the next change of this board. */
  Outcome offer(RankChange change) {
    if (change.version() <= heldVersion()) {
      return Outcome.DROPPED;
    }
    if (change.previousVersion().isEmpty()) {
      Optional<Top> whole = Top.whole(change);
      if (whole.isPresent()) {
        return hold(whole.get());
      }
    }
    if (!pending.isEmpty() && change.version() <= pending.getLast().version()) {
      return Outcome.DROPPED;
    }
    pending.addLast(change);
    if (pending.size() > MOST_PENDING) {
      pending.removeFirst();
    }
    long before = heldVersion();
    joinUp();
    return heldVersion() > before ? Outcome.APPLIED : Outcome.GAP;
  }

  /** Takes the top that stands in the table. An older one than the one held changes nothing. */
  Outcome load(Top top) {
    return top.version() > heldVersion() || held.isEmpty() ? hold(top) : Outcome.DROPPED;
  }

  Optional<Top> held() {
    return held;
  }

  /** Whether changes wait for one that is missing. */
  boolean hasGap() {
    return !pending.isEmpty();
  }

  private Outcome hold(Top top) {
    held = Optional.of(top);
    joinUp();
    return Outcome.APPLIED;
  }

  private void joinUp() {
    while (!pending.isEmpty()) {
      RankChange next = pending.getFirst();
      if (next.version() > heldVersion()) {
        Optional<Top> joined = join(next);
        if (joined.isEmpty()) {
          return;
        }
        held = joined;
      }
      pending.removeFirst();
    }
  }

  private Optional<Top> join(RankChange change) {
    return change.previousVersion().isEmpty()
        ? Top.whole(change)
        : held.filter(top -> change.previousVersion().get() == top.version())
            .flatMap(top -> top.apply(change));
  }

  private long heldVersion() {
    return held.map(Top::version).orElse(0L);
  }
}
