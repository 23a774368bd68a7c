package dev.laurel.pipeline.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The games of one book, in the order in which they came. One that was read stays closed, the bytes
 * that are saved, until it is asked for; and one that was not asked for since the book was saved is
 * saved as the bytes that it was: of a player's many games an event touches one, and the others
 * cost next to nothing.
 */
final class Games {
  private static final byte[] NOTHING = {};

  /** So few games are written anew each time, rather than held twice. */
  private static final int FEW = 2;

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
  private final List<ScopeBook> open = new ArrayList<>(1);
  private byte[] saved;
  private String[] ids = new String[1];
  private ScopeBook[] books = new ScopeBook[1];
  private int[] from = new int[1];
  private int[] length = new int[1];
  private boolean[] mayHaveChanged = new boolean[1];
  private int size;
  private int foundLast;

  /** None yet. */
  Games() {
    this(
        NOTHING,
        (gameId, saved, from, length) -> {
          throw new IllegalStateException(gameId + " is closed, but nothing was read");
        });
  }

  /** None yet; those that are added closed lie in those bytes. */
  Games(byte[] saved, Opening opening) {
    this.opening = opening;
    this.saved = saved;
  }

  int size() {
    return size;
  }

  /** Those that were asked for or begun. */
  List<ScopeBook> open() {
    return open;
  }

  /** All of them to look at: those that are closed stay so. */
  List<ScopeBook> all() {
    List<ScopeBook> all = new ArrayList<>(size);
    for (int at = 0; at < size; at++) {
      all.add(books[at] == null ? read(at) : books[at]);
    }
    return all;
  }

  /** Opens all of them. */
  List<ScopeBook> openAll() {
    for (int at = 0; at < size; at++) {
      ScopeBook unused = opened(at);
    }
    return open;
  }

  /** The game's book, to be changed until the book is saved; null if there is none. */
  ScopeBook find(String gameId) {
    if (foundLast < size && ids[foundLast].equals(gameId)) {
      return toBeChanged(foundLast);
    }
    for (int at = 0; at < size; at++) {
      if (ids[at].equals(gameId)) {
        foundLast = at;
        return toBeChanged(at);
      }
    }
    return null;
  }

  private ScopeBook toBeChanged(int at) {
    ScopeBook game = opened(at);
    mayHaveChanged[at] = true;
    return game;
  }

  /** Adds one that is not there. */
  void add(ScopeBook game) {
    int at = add(game.id());
    books[at] = game;
    mayHaveChanged[at] = true;
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
      ids = Arrays.copyOf(ids, 2 * size);
      books = Arrays.copyOf(books, 2 * size);
      from = Arrays.copyOf(from, 2 * size);
      length = Arrays.copyOf(length, 2 * size);
      mayHaveChanged = Arrays.copyOf(mayHaveChanged, 2 * size);
    }
    ids[size] = gameId;
    return size++;
  }

  private ScopeBook opened(int at) {
    if (books[at] == null) {
      books[at] = read(at);
      open.add(books[at]);
      keep(saved);
    }
    return books[at];
  }

  private ScopeBook read(int at) {
    return opening.open(ids[at], saved, from[at], length[at]);
  }

  String id(int at) {
    return ids[at];
  }

  /** The game's book, if the bytes that are saved do not hold it as it is; null if they do. */
  ScopeBook ifToBeWritten(int at) {
    return mayHaveChanged[at] ? books[at] : null;
  }

  /** The bytes that hold the other games; none where there are no others. */
  byte[] saved() {
    return saved;
  }

  /** Says where the game lies in what is being written, which {@link #savedAs} has to follow. */
  void liesAt(int at, int itsFrom, int itsLength) {
    from[at] = itsFrom;
    length[at] = itsLength;
  }

  /** Says what was written: whoever is asked for from now on may be another. */
  void savedAs(byte[] bytes) {
    Arrays.fill(mayHaveChanged, false);
    keep(bytes);
  }

  /** Keeps the bytes that are saved, unless they hold nothing but a few games that are open. */
  private void keep(byte[] bytes) {
    boolean areHeldTwice = size <= FEW && open.size() == size;
    if (areHeldTwice) {
      Arrays.fill(mayHaveChanged, true);
    }
    saved = areHeldTwice ? NOTHING : bytes;
  }

  int from(int at) {
    return from[at];
  }

  int length(int at) {
    return length[at];
  }
}
