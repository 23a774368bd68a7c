package dev.laurel.local.verify;

import java.time.LocalDate;
import java.util.Locale;

/** The kinds of periods there are, in UTC. Days are counted from 1970-01-01, which is day 0. */
enum Span {
  ALL_TIME,
  DAILY,
  WEEKLY,
  MONTHLY;

  static final long DAY_MILLIS = 86_400_000;

  private static final long FIRST_MONDAY = 4;

  /** The day that holds a time in milliseconds since 1970. */
  static long dayOf(long time) {
    return Math.floorDiv(time, DAY_MILLIS);
  }

  /** The first day of the period that holds a day. */
  long first(long day) {
    return switch (this) {
      case ALL_TIME -> 0;
      case DAILY -> day;
      case WEEKLY -> day - Math.floorMod(day - FIRST_MONDAY, 7L);
      case MONTHLY -> LocalDate.ofEpochDay(day).withDayOfMonth(1).toEpochDay();
    };
  }

  /** The first millisecond behind the period that begins with a day. */
  long end(long first) {
    return switch (this) {
      case ALL_TIME -> Long.MAX_VALUE;
      case DAILY -> (first + 1) * DAY_MILLIS;
      case WEEKLY -> (first + 7) * DAY_MILLIS;
      case MONTHLY -> LocalDate.ofEpochDay(first).plusMonths(1).toEpochDay() * DAY_MILLIS;
    };
  }

  /** As tables name it: {@code all-time}, {@code daily}, {@code weekly}, {@code monthly}. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one with that name in tables. */
  static Span named(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
