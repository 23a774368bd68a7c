package dev.laurel.bench.input;

import java.util.Arrays;

/**
 * Scores by a number of its own each (a player, or a player in a game), in a hash table of plain
 * arrays: 32 bytes a slot, at most two thirds of them taken.
 */
final class Scores {

  private static final long NONE = -1;

  private long[] keys;
  private long[] seen;
  private long[] points;
  private long[] reachedAt;
  private int size;

  Scores() {
    allocate(1 << 16);
  }

  /** Gives every score to {@code reader}. */
  void forEach(Reader reader) {
    for (int slot = 0; slot < keys.length; slot++) {
      if (keys[slot] != NONE) {
        reader.read(keys[slot], points[slot], reachedAt[slot]);
      }
    }
  }

  /** Takes a score. */
  interface Reader {
    void read(long key, long score, long reachedAt);
  }

  /** Whether this is the first sight of an achievement (below 64) under a key. */
  boolean isFirst(long key, int achievement) {
    int slot = slotOf(key);
    long bit = 1L << achievement;
    boolean first = (seen[slot] & bit) == 0;
    seen[slot] |= bit;
    return first;
  }

  /** Adds points that are not 0, and remembers the latest time. */
  void add(long key, long more, long at) {
    int slot = slotOf(key);
    points[slot] += more;
    reachedAt[slot] = Math.max(reachedAt[slot], at);
  }

  private int slotOf(long key) {
    int slot = find(key);
    if (keys[slot] == key) {
      return slot;
    }
    if (3L * (size + 1) > 2L * keys.length) {
      grow();
      slot = find(key);
    }
    keys[slot] = key;
    size++;
    return slot;
  }

  private int find(long key) {
    int mask = keys.length - 1;
    int slot = (int) ((key * 0x9E37_79B9_7F4A_7C15L) >>> 32) & mask;
    while (keys[slot] != NONE && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldSeen = seen;
    long[] oldPoints = points;
    long[] oldReachedAt = reachedAt;
    allocate(oldKeys.length * 2);
    for (int old = 0; old < oldKeys.length; old++) {
      if (oldKeys[old] != NONE) {
        int slot = find(oldKeys[old]);
        keys[slot] = oldKeys[old];
        seen[slot] = oldSeen[old];
        points[slot] = oldPoints[old];
        reachedAt[slot] = oldReachedAt[old];
      }
    }
  }

  private void allocate(int slots) {
    keys = new long[slots];
    Arrays.fill(keys, NONE);
    seen = new long[slots];
    points = new long[slots];
    reachedAt = new long[slots];
  }
}
