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
 * collection lets pass. As arrays in a map they were a third of all that the garbage collector
 * copied, and the greatest part of what died in its old generation.
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
  private static final int FIRST_SLOTS = 1 << 8;
  private static final int NOWHERE = -1;

  private final int mostBytes;
  private byte[] ring;
  private int first;
  private int end;

  /** Where the ring goes on at its beginning, if it does. */
  private int turnsAt = NOWHERE;

  /**
   * One more than where the entry begins, in the slot of its hash or the next that was free; 0 in
   * those that are free.
   */
  private int[] slots = new int[FIRST_SLOTS];

  private int size;

  /** Room for so many bytes, players and gaps included; taken as it is needed. */
  FoldedBooks(int mostBytes) {
    this.mostBytes = mostBytes;
    this.ring = new byte[Math.min(FIRST_LENGTH, mostBytes)];
  }

  /** How many books there are. */
  int size() {
    return size;
  }

  /** How much of the room is taken. */
  int bytes() {
    return turnsAt == NOWHERE ? end - first : turnsAt - first + end;
  }

  /** The player's book; null if it is not here. */
  byte[] get(String playerId) {
    byte[] player = playerId.getBytes(UTF_8);
    int entry = slots[slot(hash(playerId), player)] - 1;
    if (entry < 0) {
      return null;
    }
    int from = entry + HEAD + player.length;
    return Arrays.copyOfRange(ring, from, from + number(entry, BOOK_LENGTH));
  }

  /** Puts in a book that was not here; one that is greater than the room is not kept. */
  void put(String playerId, byte[] book) {
    byte[] player = playerId.getBytes(UTF_8);
    int length = HEAD + player.length + book.length;
    if (length > mostBytes) {
      return;
    }
    while (!hasRoom(length)) {
      if (ring.length < mostBytes) {
        grow();
      } else {
        dropEldest();
      }
    }
    int hash = hash(playerId);
    NUMBER.set(ring, end + HASH, hash);
    NUMBER.set(ring, end + PLAYER_LENGTH, player.length);
    NUMBER.set(ring, end + BOOK_LENGTH, book.length);
    System.arraycopy(player, 0, ring, end + HEAD, player.length);
    System.arraycopy(book, 0, ring, end + HEAD + player.length, book.length);
    if (2 * size >= slots.length) {
      enter(entries(), 2 * slots.length);
    }
    slots[slot(hash, player)] = end + 1;
    size++;
    end += length;
  }

  /** Takes out the player's book, if it is here. */
  void remove(String playerId) {
    int slot = slot(hash(playerId), playerId.getBytes(UTF_8));
    if (slots[slot] != 0) {
      free(slot);
    }
  }

  /** Drops what was put in first, or the gap that it left. */
  void dropEldest() {
    int slot = slotOf(first);
    if (slots[slot] != 0) {
      free(slot);
    }
    boolean turns = first + length(first) == turnsAt;
    first = behind(first);
    turnsAt = turns ? NOWHERE : turnsAt;
    if (bytes() == 0) {
      first = 0;
      end = 0;
    }
  }

  /** Whether so much fits at the end, which turns to the beginning of the ring where it must. */
  private boolean hasRoom(int length) {
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

  /** Moves what is here to a greater ring, without the gaps. */
  private void grow() {
    int[] entries = entries();
    byte[] greater = new byte[(int) Math.min(mostBytes, 2L * ring.length)];
    int to = 0;
    for (int at = 0; at < entries.length; at++) {
      int length = length(entries[at]);
      System.arraycopy(ring, entries[at], greater, to, length);
      entries[at] = to;
      to += length;
    }
    ring = greater;
    first = 0;
    end = to;
    turnsAt = NOWHERE;
    enter(entries, slots.length);
  }

  /** Where the books begin that are here, the eldest first. */
  private int[] entries() {
    int[] entries = new int[size];
    int count = 0;
    int entry = first;
    for (int left = bytes(); left > 0; entry = behind(entry)) {
      left -= length(entry);
      if (slots[slotOf(entry)] != 0) {
        entries[count] = entry;
        count++;
      }
    }
    return entries;
  }

  private void enter(int[] entries, int slotCount) {
    slots = new int[slotCount];
    for (int entry : entries) {
      slots[slotOf(entry)] = entry + 1;
    }
  }

  /** Takes out of the slot; who came behind it for want of a slot moves up. */
  private void free(int slot) {
    int last = slots.length - 1;
    int free = slot;
    for (int at = (free + 1) & last; slots[at] != 0; at = (at + 1) & last) {
      int own = number(slots[at] - 1, HASH) & last;
      if (((at - own) & last) >= ((at - free) & last)) {
        slots[free] = slots[at];
        free = at;
      }
    }
    slots[free] = 0;
    size--;
  }

  /** The slot of the player, or the free one that would be. */
  private int slot(int hash, byte[] player) {
    int slot = hash & (slots.length - 1);
    while (slots[slot] != 0 && !isOf(slots[slot] - 1, hash, player)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private boolean isOf(int entry, int hash, byte[] player) {
    int from = entry + HEAD;
    return number(entry, HASH) == hash
        && number(entry, PLAYER_LENGTH) == player.length
        && Arrays.equals(ring, from, from + player.length, player, 0, player.length);
  }

  /** The slot of the entry; the free one that would be, if what it held was taken out. */
  private int slotOf(int entry) {
    int slot = number(entry, HASH) & (slots.length - 1);
    while (slots[slot] != 0 && slots[slot] != entry + 1) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private int behind(int entry) {
    int behind = entry + length(entry);
    return behind == turnsAt ? 0 : behind;
  }

  private int length(int entry) {
    return HEAD + number(entry, PLAYER_LENGTH) + number(entry, BOOK_LENGTH);
  }

  private int number(int entry, int field) {
    return (int) NUMBER.get(ring, entry + field);
  }

  private static int hash(String playerId) {
    int hash = playerId.hashCode() * 0x9E3779B1;
    return hash ^ (hash >>> 15);
  }
}
