package dev.laurel.pipeline.ledger;

import java.util.Arrays;

/**
 * Rows of numbers, all of the same width, each under a number of its own and in the order of these:
 * two arrays, changed in place, because there are many such tables and few objects are easier on
 * the heap.
 */
final class SortedRows {
  private static final long[] NO_CELLS = {};

  private final int width;
  private long[] keys;
  private long[] cells;
  private int size;

  /** No rows yet. */
  SortedRows(int width) {
    this(width, 1);
  }

  /** No rows yet, but room for so many. */
  SortedRows(int width, int room) {
    this.width = width;
    keys = new long[Math.max(1, room)];
    cells = width == 0 ? NO_CELLS : new long[keys.length * width];
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
      keys = Arrays.copyOf(keys, 2 * size);
      cells = width == 0 ? NO_CELLS : Arrays.copyOf(cells, 2 * size * width);
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
