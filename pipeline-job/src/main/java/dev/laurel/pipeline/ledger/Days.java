package dev.laurel.pipeline.ledger;

import java.util.Arrays;

/**
 * What a player scored on each of some days in one scope: sorted arrays of numbers, changed in
 * place, because there are many and few objects are easier on the heap. Days are counted from
 * 1970-01-01, UTC.
 */
final class Days {
  /** Numbers that a day takes: those of its tally. */
  private static final int WIDTH = 4;

  private long[] days = new long[2];
  private long[] tallies = new long[2 * WIDTH];
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
    int from = at * WIDTH;
    return new Tally(tallies[from], tallies[from + 1], tallies[from + 2], tallies[from + 3]);
  }

  /** Adds to a day. */
  void add(long day, Tally more) {
    int at = size > 0 && days[size - 1] == day ? size - 1 : Arrays.binarySearch(days, 0, size, day);
    if (at >= 0) {
      set(at, tally(at).plus(more));
    } else {
      insert(-at - 1, day, more);
    }
  }

  /** The sum of the days from the first one to the last one, exclusive. */
  Tally within(long firstDay, long endDay) {
    Tally sum = Tally.NONE;
    for (int at = size - 1; at >= 0 && days[at] >= firstDay; at--) {
      if (days[at] < endDay) {
        sum = sum.isEmpty() ? tally(at) : sum.plus(tally(at));
      }
    }
    return sum;
  }

  /** Takes out the days before that one. */
  Days takeBefore(long day) {
    Days taken = new Days();
    int count = 0;
    while (count < size && days[count] < day) {
      taken.add(days[count], tally(count));
      count++;
    }
    size -= count;
    System.arraycopy(days, count, days, 0, size);
    System.arraycopy(tallies, count * WIDTH, tallies, 0, size * WIDTH);
    return taken;
  }

  private void insert(int at, long day, Tally tally) {
    if (size == days.length) {
      days = Arrays.copyOf(days, 2 * size);
      tallies = Arrays.copyOf(tallies, 2 * size * WIDTH);
    }
    System.arraycopy(days, at, days, at + 1, size - at);
    System.arraycopy(tallies, at * WIDTH, tallies, (at + 1) * WIDTH, (size - at) * WIDTH);
    days[at] = day;
    set(at, tally);
    size++;
  }

  private void set(int at, Tally tally) {
    int from = at * WIDTH;
    tallies[from] = tally.events();
    tallies[from + 1] = tally.score();
    tallies[from + 2] = tally.newestScoring();
    tallies[from + 3] = tally.oldest();
  }
}
