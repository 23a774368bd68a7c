package dev.laurel.pipeline.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The games of one book, in the order in which they came. One that was read stays closed, the bytes
 * that are saved, until it is asked for: of a player's many games an event touches one, and the
 * others cost neither objects nor time, also when the book is saved again.
 */
final class Games {
  private static final byte[] NOTHING = {};

  /** Reads what was saved of a game. */
  interface Opening {
    /**
     * Reads a game.
     *
     * @param saved holds it, from there, so many bytes
     */
    ScopeBook open(String gameId, byte[] saved, int from, int length);
  }

  private final Opening opening;
  private final byte[] saved;
  private final List<ScopeBook> open = new ArrayList<>(1);
  private String[] ids;
  private ScopeBook[] books;
  private int[] from;
  private int[] length;
  private int size;

  /** None yet. */
  Games() {
    this(
        NOTHING,
        0,
        (gameId, saved, from, length) -> {
          throw new IllegalStateException(gameId + " is closed, but nothing was read");
        });
  }

  /** None yet, but room for so many that lie in those bytes. */
  Games(byte[] saved, int room, Opening opening) {
    this.opening = opening;
    this.saved = saved;
    ids = new String[room];
    books = new ScopeBook[room];
    from = new int[room];
    length = new int[room];
  }

  int size() {
    return size;
  }

  /** Those that were asked for or begun. */
  List<ScopeBook> open() {
    return open;
  }

  /** All of them, which are open then. */
  List<ScopeBook> all() {
    List<ScopeBook> all = new ArrayList<>(size);
    for (int at = 0; at < size; at++) {
      all.add(opened(at));
    }
    return all;
  }

  /** The game's book; null if there is none. */
  ScopeBook find(String gameId) {
    int hash = gameId.hashCode();
    for (int at = 0; at < size; at++) {
      if (ids[at].hashCode() == hash && ids[at].equals(gameId)) {
        return opened(at);
      }
    }
    return null;
  }

  /** Adds one that is not there. */
  void add(ScopeBook game) {
    int at = add(game.id());
    books[at] = game;
    open.add(game);
  }

  /** Adds one that is not there, closed. */
  void addClosed(String gameId, int itsFrom, int itsLength) {
    int at = add(gameId);
    from[at] = itsFrom;
    length[at] = itsLength;
  }

  private int add(String gameId) {
    if (size == ids.length) {
      int room = Math.max(1, 2 * size);
      ids = Arrays.copyOf(ids, room);
      books = Arrays.copyOf(books, room);
      from = Arrays.copyOf(from, room);
      length = Arrays.copyOf(length, room);
    }
    ids[size] = gameId;
    return size++;
  }

  private ScopeBook opened(int at) {
    if (books[at] == null) {
      books[at] = opening.open(ids[at], saved, from[at], length[at]);
      open.add(books[at]);
    }
    return books[at];
  }

  String id(int at) {
    return ids[at];
  }

  /** The game's book, if it is open; null if it is not. */
  ScopeBook ifOpen(int at) {
    return books[at];
  }

  /** The bytes that hold those that are closed. */
  byte[] saved() {
    return saved;
  }

  int from(int at) {
    return from[at];
  }

  int length(int at) {
    return length[at];
  }
}
