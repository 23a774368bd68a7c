package dev.laurel.serving.live;

import dev.laurel.serving.board.BoardKey;
import dev.laurel.serving.board.BoardSeries;
import dev.laurel.serving.board.Top;
import io.helidon.common.buffers.BufferData;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What one connection still has to send: a slot a board, and a few answers. Filling it never waits
 * for the client, so one client never delays another, and what it holds is bounded by the boards
 * that the client watches.
 */
final class Outbox {

  /** A client that asks this much without taking the answers is not served any longer. */
  private static final int MOST_ANSWERS = 64;

  /** So many boards may be watched over one connection. */
  static final int MOST_BOARDS = 100;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private final Map<BoardKey, Slot> slots = new HashMap<>();
  private final SequencedSet<BoardKey> changed = new LinkedHashSet<>();
  private final Deque<Outgoing> answers = new ArrayDeque<>();
  private Optional<Outgoing.Close> close = Optional.empty();

  /** Something to send. */
  sealed interface Outgoing {
    /** A text frame. */
    record Text(String text) implements Outgoing {}

    /** A pong for a ping frame, with its payload. */
    record Pong(BufferData payload) implements Outgoing {}

    /** A board. */
    record Board(Slot.Update update) implements Outgoing {}

    /** Nothing for a while: a ping. */
    record Quiet() implements Outgoing {}

    /** The end. */
    record Close(int code, String reason) implements Outgoing {}
  }

  /**
   * Watches a board, or watches it anew with another limit. Returns false if there are too many
   * already.
   */
  boolean watch(BoardKey board, int limit, Optional<String> id) {
    lock.lock();
    try {
      if (slots.size() >= MOST_BOARDS && !slots.containsKey(board)) {
        return false;
      }
      slots.put(board, new Slot(limit, id));
      changed.remove(board);
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Watches the boards of a series no more; says which it did. */
  List<BoardKey> unwatch(BoardSeries series) {
    lock.lock();
    try {
      List<BoardKey> watched =
          slots.keySet().stream().filter(board -> board.series().equals(series)).toList();
      watched.forEach(slots::remove);
      watched.forEach(changed::remove);
      return watched;
    } finally {
      lock.unlock();
    }
  }

  /** Watched boards whose period has ended. */
  List<BoardKey> over(Instant now) {
    lock.lock();
    try {
      return slots.keySet().stream().filter(board -> board.isOver(now)).toList();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Watches the next board in the place of one whose period has ended, unless that is watched
   * already. Returns whether that one was watched still.
   */
  boolean turn(BoardKey over, BoardKey next) {
    lock.lock();
    try {
      Optional<Slot> slot = Optional.ofNullable(slots.remove(over));
      changed.remove(over);
      slot.ifPresent(ended -> slots.putIfAbsent(next, ended.ofNextPeriod()));
      return slot.isPresent();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Puts a newer top of a watched board where it waits to be sent.
   *
   * @param samePlaces leading places that are as they were in the top before
   * @return whether it took the place of one that was not sent yet
   */
  boolean put(Top top, int samePlaces) {
    lock.lock();
    try {
      Slot slot = slots.get(top.board());
      if (slot == null || !slot.sees(samePlaces)) {
        return false;
      }
      boolean skipped = slot.put(top);
      if (changed.add(top.board())) {
        filled.signal();
      }
      return skipped;
    } finally {
      lock.unlock();
    }
  }

  /** Puts an answer to the client itself behind the others. */
  void answer(Outgoing answer) {
    lock.lock();
    try {
      if (answers.size() >= MOST_ANSWERS) {
        close =
            close.or(() -> Optional.of(new Outgoing.Close(1008, "More is asked than is taken")));
      } else {
        answers.addLast(answer);
      }
      filled.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Ends the connection before anything else is sent. */
  void close(int code, String reason) {
    lock.lock();
    try {
      close = close.or(() -> Optional.of(new Outgoing.Close(code, reason)));
      filled.signal();
    } finally {
      lock.unlock();
    }
  }

  /** The next thing to send; empty if there was none for so long. */
  Optional<Outgoing> take(Duration patience) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = patience.toNanos();
      while (left > 0) {
        Optional<Outgoing> next = next();
        if (next.isPresent()) {
          return next;
        }
        left = filled.awaitNanos(left);
      }
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  private Optional<Outgoing> next() {
    if (close.isPresent()) {
      return close.map(Outgoing.class::cast);
    }
    if (!answers.isEmpty()) {
      return Optional.of(answers.removeFirst());
    }
    while (!changed.isEmpty()) {
      Optional<Slot.Update> update = slots.get(changed.removeFirst()).take();
      if (update.isPresent()) {
        return update.map(Outgoing.Board::new);
      }
    }
    return Optional.empty();
  }
}
