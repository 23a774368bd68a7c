package dev.laurel.pipeline.ledger;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The books that a task has on the heap: unfolded, to be read and written in, or folded, as the
 * bytes that are saved. A scope takes four times the room once it is open, and its bytes besides
 * where a book has several. Those that were not asked for go from one to the other, and from there
 * off the heap. What is folded is saved.
 */
final class HeldBooks {
  private static final int BYTES_A_UNIT = 100;
  private static final int UNITS_A_SCOPE = 4;
  private static final long GREATEST_ARRAY = 1 << 30;

  private final Map<String, Book> unfolded = new LinkedHashMap<>(1 << 10);
  private final FoldedBooks folded;
  private final long mostUnits;
  private long unfoldedUnits;

  /** As many as fit in the room of so many unfolded scopes. */
  HeldBooks(int mostScopes) {
    mostUnits = (long) UNITS_A_SCOPE * mostScopes;
    folded = new FoldedBooks((int) Math.min(GREATEST_ARRAY, BYTES_A_UNIT * mostUnits));
  }

  int size() {
    return unfolded.size() + folded.size();
  }

  /** The player's book, if it is unfolded; null if it is not. */
  Book unfolded(String playerId) {
    return unfolded.get(playerId);
  }

  /** The bytes of the player's book, if it is folded; null if it is not. */
  byte[] folded(String playerId) {
    return folded.get(playerId);
  }

  /** Puts in a book that was not unfolded. */
  void put(Book book) {
    folded.remove(book.playerId());
    unfolded.put(book.playerId(), book);
    weigh(book);
  }

  /** Notes how much room an unfolded book takes. */
  void weigh(Book book) {
    int closed = book.games().saved().length / BYTES_A_UNIT;
    int units = UNITS_A_SCOPE * (1 + book.games().open().size()) + closed;
    unfoldedUnits += units - book.units;
    book.units = units;
  }

  /** Folds an unfolded book, whose bytes these are. */
  void fold(Book book, byte[] bytes) {
    drop(book);
    folded.put(book.playerId(), bytes);
  }

  /** Forgets an unfolded book. */
  void drop(Book book) {
    unfolded.remove(book.playerId());
    unfoldedUnits -= book.units;
  }

  /** Drops folded books until there is room, unless it is the unfolded ones that take too much. */
  void dropFolded() {
    while (isOverfull() && foldedUnits() > mostUnits / 2) {
      folded.dropEldest();
    }
  }

  /**
   * The unfolded book that is to be folded to make room: the eldest, but for those that were asked
   * for since they were passed over; null if there is room, or none but the one in use.
   */
  Book nextToFold(Book inUse) {
    while (isOverfull() && unfolded.size() > 1) {
      Book eldest = unfolded.values().iterator().next();
      if (eldest != inUse && !eldest.isAskedFor) {
        return eldest;
      }
      eldest.isAskedFor = false;
      unfolded.remove(eldest.playerId());
      unfolded.put(eldest.playerId(), eldest);
    }
    return null;
  }

  private boolean isOverfull() {
    return unfoldedUnits + foldedUnits() > mostUnits;
  }

  private long foldedUnits() {
    return folded.bytes() / BYTES_A_UNIT;
  }
}
