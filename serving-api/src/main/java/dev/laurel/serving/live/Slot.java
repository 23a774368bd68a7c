package dev.laurel.serving.live;

import dev.laurel.serving.board.Entry;
import dev.laurel.serving.board.Top;
import java.util.List;
import java.util.Optional;

/**
 * One board that one connection watches: what was sent of it last, and the newest top that is still
 * to be sent. A newer one takes the place of one that waits, so a slow client gets the newest
 * board, not every board.
 *
 * <p>Not thread-safe: {@link Outbox} holds its lock.
 */
final class Slot {

  private final int limit;
  private Optional<String> id;
  private Optional<List<Entry>> sent = Optional.empty();
  private Optional<Top> waiting = Optional.empty();
  private long newest = -1;

  /**
   * A board of which nothing was sent yet.
   *
   * @param id of the subscription, echoed once, in what answers it
   */
  Slot(int limit, Optional<String> id) {
    this.limit = limit;
    this.id = id;
  }

  /** The same wish for the board that follows: of it nothing was sent yet. */
  Slot ofNextPeriod() {
    return new Slot(limit, id);
  }

  /** A board to send, with the id that it answers. */
  record Update(Top top, int limit, Optional<String> id) {}

  /**
   * Puts in a top if it is newer than all before. Returns whether one that waited is skipped for
   * it.
   */
  boolean put(Top top) {
    if (top.version() <= newest) {
      return false;
    }
    boolean waited = waiting.isPresent();
    waiting = Optional.of(top);
    newest = top.version();
    return waited;
  }

  /** Whether a change that leaves so many leading places as they were can be seen. */
  boolean sees(int samePlaces) {
    return samePlaces < limit;
  }

  /** What is to be sent now: nothing if no field of an entry is another than the client has. */
  Optional<Update> take() {
    Optional<Update> update =
        waiting
            .filter(top -> sent.filter(top.first(limit)::equals).isEmpty())
            .map(top -> new Update(top, limit, id));
    update.ifPresent(
        sending -> {
          sent = Optional.of(sending.top().first(limit));
          id = Optional.empty();
        });
    waiting = Optional.empty();
    return update;
  }
}
