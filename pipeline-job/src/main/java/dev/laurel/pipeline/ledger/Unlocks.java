package dev.laurel.pipeline.ledger;

import java.util.Arrays;

/**
 * Achievements of one game that a player unlocked, by their numbers in the catalog: a sorted array.
 */
final class Unlocks {
  private long[] numbers;
  private int size;
  boolean isUnsaved;

  Unlocks() {
    this(new long[4], 0);
  }

  Unlocks(long[] numbers, int size) {
    this.numbers = numbers;
    this.size = size;
  }

  int size() {
    return size;
  }

  long number(int at) {
    return numbers[at];
  }

  boolean has(long number) {
    return Arrays.binarySearch(numbers, 0, size, number) >= 0;
  }

  void add(long number) {
    int at = -Arrays.binarySearch(numbers, 0, size, number) - 1;
    if (at < 0) {
      throw new IllegalStateException("achievement " + number + " is unlocked already");
    }
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * size);
    }
    System.arraycopy(numbers, at, numbers, at + 1, size - at);
    numbers[at] = number;
    size++;
    isUnsaved = true;
  }
}
