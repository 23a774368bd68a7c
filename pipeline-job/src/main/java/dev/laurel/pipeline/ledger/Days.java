package dev.laurel.pipeline.ledger;

import java.util.Arrays;

/**
 * What a player scored on each of some days in one scope: a sorted array, changed in place. Days
 * are counted from 1970-01-01, UTC.
 */
final class Days {
  private long[] days = new long[2];
  private Tally[] tallies = new Tally[2];
  private int size;

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  long day(int at) {
    return days[at];
  }

  Tally tally(int at) {
    return tallies[at];
  }

  /** Adds to a day. */
  void add(long day, Tally more) {
    int at = size > 0 && days[size - 1] == day ? size - 1 : Arrays.binarySearch(days, 0, size, day);
    if (at >= 0) {
      tallies[at] = tallies[at].plus(more);
    } else {
      insert(-at - 1, day, more);
    }
  }

  /** The sum of the days from the first one to the last one, exclusive. */
  Tally within(long firstDay, long endDay) {
    Tally sum = Tally.NONE;
    for (int at = size - 1; at >= 0 && days[at] >= firstDay; at--) {
      if (days[at] < endDay) {
        sum = sum.isEmpty() ? tallies[at] : sum.plus(tallies[at]);
      }
    }
    return sum;
  }

  /** Takes out the days before that one. */
  Days takeBefore(long day) {
    Days taken = new Days();
    int count = 0;
    while (count < size && days[count] < day) {
      taken.add(days[count], tallies[count]);
      count++;
    }
    System.arraycopy(days, count, days, 0, size - count);
    System.arraycopy(tallies, count, tallies, 0, size - count);
    Arrays.fill(tallies, size - count, size, null);
    size -= count;
    return taken;
  }

  private void insert(int at, long day, Tally tally) {
    if (size == days.length) {
      days = Arrays.copyOf(days, 2 * size);
      tallies = Arrays.copyOf(tallies, 2 * size);
    }
    System.arraycopy(days, at, days, at + 1, size - at);
    System.arraycopy(tallies, at, tallies, at + 1, size - at);
    days[at] = day;
    tallies[at] = tally;
    size++;
  }
}
