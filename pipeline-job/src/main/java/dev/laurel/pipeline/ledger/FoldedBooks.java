package dev.laurel.pipeline.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Books as bytes, by player, one behind the other in a ring: who was put in first leaves first.
 * What is taken out before leaves a gap until its turn comes.
 *
 * <p>No object a book: ten thousand come in a second and stay for seconds, longer than a young
 * collection lets pass. With an array, an entry and a name for each, 39 MB a second went to the old
 * generation and died there, without them 22 (flight recorder's promotions, one run each of {@code
 * infra/bench/run --cells zipf-1m --contenders laurel-full --quick --events 4000000}).
 */
final class FoldedBooks {
  private static final VarHandle NUMBER =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());

  /** What an entry begins with; the player and the book follow. */
  private static final int HASH = 0;

  private static final int PLAYER_LENGTH = Integer.BYTES;
  private static final int BOOK_LENGTH = 2 * Integer.BYTES;
  private static final int HEAD = 3 * Integer.BYTES;

  private static final int FIRST_LENGTH = 1 << 12;
  private static final int NOWHERE = -1;

  private final int mostBytes;
  private byte[] ring;

  /** Where the eldest book begins. */
  private int first;

  private int end;

  /** Where the ring goes on at its beginning, if it does. */
  private int turnsAt = NOWHERE;

  private HashedPlaces books = new HashedPlaces();

  /** Room for so many bytes, players and gaps included; taken as it is needed, and then kept. */
  FoldedBooks(int mostBytes) {
    this.mostBytes = mostBytes;
    this.ring = new byte[Math.min(FIRST_LENGTH, mostBytes)];
  }

  /** How many books there are. */
  int size() {
    return books.size();
  }

  /** How much of the room is taken. */
  int bytes() {
    return turnsAt == NOWHERE ? end - first : turnsAt - first + end;
  }

  /** The player's book; null if it is not here. */
  byte[] get(String playerId) {
    byte[] player = playerId.getBytes(UTF_8);
    int book = find(playerId.hashCode(), player);
    if (book == HashedPlaces.NONE) {
      return null;
    }
    int from = book + HEAD + player.length;
    return Arrays.copyOfRange(ring, from, from + number(book, BOOK_LENGTH));
  }

  /**
   * Puts in a book; one that is greater than the room is not kept.
   *
   * @throws IllegalStateException if the player's book is here
   */
  void put(String playerId, byte[] book) {
    byte[] player = playerId.getBytes(UTF_8);
    int hash = playerId.hashCode();
    if (find(hash, player) != HashedPlaces.NONE) {
      throw new IllegalStateException("the book of '" + playerId + "' is folded already");
    }
    int length = HEAD + player.length + book.length;
    if (length > mostBytes) {
      return;
    }
    while (!fitsOrTurns(length)) {
      if (ring.length < mostBytes) {
        grow();
      } else {
        dropEldest();
      }
    }
    NUMBER.set(ring, end + HASH, hash);
    NUMBER.set(ring, end + PLAYER_LENGTH, player.length);
    NUMBER.set(ring, end + BOOK_LENGTH, book.length);
    System.arraycopy(player, 0, ring, end + HEAD, player.length);
    System.arraycopy(book, 0, ring, end + HEAD + player.length, book.length);
    books.add(hash, end);
    end += length;
  }

  /** Takes out the player's book, if it is here. */
  void remove(String playerId) {
    int hash = playerId.hashCode();
    int book = find(hash, playerId.getBytes(UTF_8));
    if (book != HashedPlaces.NONE) {
      books.remove(hash, book);
      passGaps();
    }
  }

  /**
   * Drops the book that was put in first.
   *
   * @throws IllegalStateException if there is none
   */
  void dropEldest() {
    if (books.size() == 0) {
      throw new IllegalStateException("no book is folded, expected one to drop");
    }
    books.remove(number(first, HASH), first);
    passGaps();
  }

  /** Goes on to the eldest book that is still here. */
  private void passGaps() {
    while (bytes() > 0 && !books.has(number(first, HASH), first)) {
      boolean turns = first + length(first) == turnsAt;
      first = behind(first);
      turnsAt = turns ? NOWHERE : turnsAt;
    }
    if (bytes() == 0) {
      first = 0;
      end = 0;
    }
  }

  /** Whether so much fits at the end, which turns to the beginning of the ring where it must. */
  private boolean fitsOrTurns(int length) {
    if (turnsAt != NOWHERE) {
      return first - end >= length;
    }
    if (ring.length - end >= length) {
      return true;
    }
    if (first < length) {
      return false;
    }
    turnsAt = end;
    end = 0;
    return true;
  }

  /** Moves the books to a greater ring, without the gaps. */
  private void grow() {
    byte[] greater = new byte[(int) Math.min(mostBytes, 2L * ring.length)];
    HashedPlaces moved = new HashedPlaces();
    int to = 0;
    int book = first;
    for (int left = bytes(); left > 0; book = behind(book)) {
      int length = length(book);
      int hash = number(book, HASH);
      if (books.has(hash, book)) {
        System.arraycopy(ring, book, greater, to, length);
        moved.add(hash, to);
        to += length;
      }
      left -= length;
    }
    ring = greater;
    books = moved;
    first = 0;
    end = to;
    turnsAt = NOWHERE;
  }

  private int find(int hash, byte[] player) {
    return books.find(hash, book -> isOf(book, player));
  }

  private boolean isOf(int book, byte[] player) {
    int from = book + HEAD;
    return number(book, PLAYER_LENGTH) == player.length
        && Arrays.equals(ring, from, from + player.length, player, 0, player.length);
  }

  private int behind(int book) {
    int behind = book + length(book);
    return behind == turnsAt ? 0 : behind;
  }

  private int length(int book) {
    return HEAD + number(book, PLAYER_LENGTH) + number(book, BOOK_LENGTH);
  }

  private int number(int book, int field) {
    return (int) NUMBER.get(ring, book + field);
  }
}
