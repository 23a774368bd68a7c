package dev.laurel.local.verify;

import java.util.NavigableMap;
import java.util.TreeMap;

/** What all players did in a game, or on the whole platform, by day or by month. */
final class Rollup {

  /** One day or month. */
  static final class Sum {
    long active;
    long begun;
    long newToWeek;
    long newToMonth;
    final Tally done;

    private Sum(long first) {
      done = new Tally(first);
    }
  }

  private final NavigableMap<Long, Sum> sums = new TreeMap<>();

  /** By the first day of each period. */
  NavigableMap<Long, Sum> sums() {
    return sums;
  }

  /** Adds what one player did, by the first days of periods of this kind, the earliest first. */
  void add(NavigableMap<Long, Tally> periods) {
    long before = Long.MIN_VALUE;
    for (Tally each : periods.values()) {
      Sum sum = sums.computeIfAbsent(each.day, Sum::new);
      sum.active++;
      sum.begun += before == Long.MIN_VALUE ? 1 : 0;
      sum.newToWeek += isNew(Span.WEEKLY, before, each.day) ? 1 : 0;
      sum.newToMonth += isNew(Span.MONTHLY, before, each.day) ? 1 : 0;
      sum.done.add(each);
      before = each.day;
    }
  }

  private static boolean isNew(Span longer, long before, long day) {
    return before == Long.MIN_VALUE || longer.first(before) != longer.first(day);
  }
}
