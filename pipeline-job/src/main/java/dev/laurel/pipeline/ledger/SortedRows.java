package dev.laurel.pipeline.ledger;

import java.util.Arrays;

/**
 * Rows of numbers, all of the same width, each under a number of its own and in the order of these:
 * two arrays, changed in place, because there are many such tables and few objects are easier on
 * the heap.
 */
final class SortedRows {
  private static final long[] NONE = {};

  private final int width;
  private long[] keys;
  private long[] cells;
  private int size;

  /** No rows yet: no arrays either, since most tables of a book that is read are made with room. */
  SortedRows(int width) {
    this(width, 0);
  }

  /** No rows yet, but room for so many. */
  SortedRows(int width, int room) {
    this.width = width;
    keys = room == 0 ? NONE : new long[room];
    cells = room * width == 0 ? NONE : new long[room * width];
  }

  int size() {
    return size;
  }

  long key(int at) {
    return keys[at];
  }

  long cell(int at, int column) {
    return cells[at * width + column];
  }

  void set(int at, int column, long value) {
    cells[at * width + column] = value;
  }

  /** Where the row is; if there is none, as {@link Arrays#binarySearch}: below 0. */
  int find(long key) {
    return size > 0 && keys[size - 1] == key ? size - 1 : Arrays.binarySearch(keys, 0, size, key);
  }

  /** Makes room for a row that {@link #find} did not find; where it is. What it holds is open. */
  int insert(long key, int found) {
    int at = -found - 1;
    if (size == keys.length) {
      int room = Math.max(1, 2 * size);
      keys = Arrays.copyOf(keys, room);
      cells = width == 0 ? NONE : Arrays.copyOf(cells, room * width);
    }
    System.arraycopy(keys, at, keys, at + 1, size - at);
    System.arraycopy(cells, at * width, cells, (at + 1) * width, (size - at) * width);
    keys[at] = key;
    size++;
    return at;
  }

  /** Takes out the first rows. */
  void removeFirst(int count) {
    size -= count;
    System.arraycopy(keys, count, keys, 0, size);
    System.arraycopy(cells, count * width, cells, 0, size * width);
  }
}
