package dev.laurel.serving.live;

import dev.laurel.serving.board.BoardKey;
import dev.laurel.serving.board.BoardSeries;
import dev.laurel.serving.board.Boards;
import dev.laurel.serving.web.ErrorCode;
import dev.laurel.serving.web.RefusedException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What one connection is subscribed to: of each series the board of the period that goes on. Who
 * reads the connection changes it, and the clock, at the turn of a period; the lock keeps both
 * apart, and is never held while anything is waited for.
 *
 * <p>Whatever is watched is watched before it is looked at: a change in between is put in twice
 * rather than missed, and sent once.
 */
final class Subscriptions {

  private final ReentrantLock lock = new ReentrantLock();
  private final Outbox outbox;
  private final Watchers watchers;
  private final Boards boards;
  private final Clock clock;
  private boolean ended;

  Subscriptions(Outbox outbox, Watchers watchers, Boards boards, Clock clock) {
    this.outbox = outbox;
    this.watchers = watchers;
    this.boards = boards;
    this.clock = clock;
  }

  /**
   * Subscribes, or subscribes anew with another limit.
   *
   * @param id echoed once, in what answers it
   * @throws RefusedException if there is no such board, or if there are too many already
   */
  void subscribe(BoardSeries series, int limit, Optional<String> id) {
    boards.top(series.at(clock.instant()));
    lock.lock();
    try {
      BoardKey board = series.at(clock.instant());
      if (!outbox.watch(board, limit, id)) {
        throw new RefusedException(
            ErrorCode.INVALID_PARAMETER,
            "%d boards are watched over this connection, expected no more"
                .formatted(Outbox.MOST_BOARDS));
      }
      look(board);
    } finally {
      lock.unlock();
    }
  }

  /** Ends a subscription. */
  void unsubscribe(BoardSeries series) {
    lock.lock();
    try {
      outbox.unwatch(series).forEach(board -> watchers.remove(board, outbox));
    } finally {
      lock.unlock();
    }
  }

  /** Goes on to the next board wherever a period has ended. */
  void turn() {
    Instant now = clock.instant();
    for (BoardKey over : outbox.over(now)) {
      lock.lock();
      try {
        BoardKey next = over.series().at(now);
        watchers.remove(over, outbox);
        if (!ended && outbox.turn(over, next)) {
          look(next);
        }
      } finally {
        lock.unlock();
      }
    }
  }

  /** Ends all of them, for good. */
  void end() {
    lock.lock();
    try {
      ended = true;
      watchers.remove(outbox);
    } finally {
      lock.unlock();
    }
  }

  private void look(BoardKey board) {
    watchers.add(board, outbox);
    outbox.put(boards.topInMemory(board), 0);
  }
}
