package dev.laurel.pipeline.ledger;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The books that are not saved, eldest first. A book that is saved, for whatever reason, leaves at
 * once: one that is saved for want of room is to leave the heap.
 */
final class UnsavedBooks {
  private final Set<Book> books = new LinkedHashSet<>();
  private final int most;

  /** Of which there may be so many. */
  UnsavedBooks(int most) {
    this.most = most;
  }

  int size() {
    return books.size();
  }

  boolean holds(Book book) {
    return books.contains(book);
  }

  /** Takes in that a book changed; tells whether it was saved before. */
  boolean add(Book book) {
    boolean wasSaved = books.add(book);
    book.changesOften = !wasSaved;
    return wasSaved;
  }

  /** Takes out a book that is saved now. */
  void remove(Book book) {
    books.remove(book);
  }

  /**
   * The one to be saved because there are too many: the eldest, but goes round those that go on
   * changing. Null if there are not too many.
   */
  Book nextQuiet() {
    while (books.size() > most) {
      Book eldest = eldest();
      if (!eldest.changesOften) {
        return eldest;
      }
      eldest.changesOften = false;
      books.remove(eldest);
      books.add(eldest);
    }
    return null;
  }

  /** The eldest; null if there is none. */
  Book eldest() {
    return books.isEmpty() ? null : books.iterator().next();
  }
}
