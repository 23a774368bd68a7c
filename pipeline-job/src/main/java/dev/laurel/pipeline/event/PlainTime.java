package dev.laurel.pipeline.event;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.OptionalLong;

/**
 * Reads the common spellings of a time by its digits: capital letters, no leap second. Whatever
 * else {@link Rfc3339} reads, or refuses, is left to it.
 */
final class PlainTime {
  private static final int SHORTEST = "2026-03-01T10:00:00Z".length();
  private static final int FRACTION = "2026-03-01T10:00:00".length();
  private static final long END = LocalDate.of(3000, 1, 1).toEpochDay() * 86_400;

  private final byte[] text;
  private final int from;

  private PlainTime(byte[] text, int from) {
    this.text = text;
    this.from = from;
  }

  /** Milliseconds since 1970; empty where it is not sure. */
  static OptionalLong read(byte[] text, int from, int to) {
    return to - from < SHORTEST ? OptionalLong.empty() : new PlainTime(text, from).read(to - from);
  }

  private OptionalLong read(int length) {
    int end = endOfFraction(length);
    boolean signs = is(4, '-') && is(7, '-') && is(10, 'T') && is(13, ':') && is(16, ':');
    int offset = offset(end, length);
    long second = second();
    if (!signs || end < 0 || offset == Integer.MIN_VALUE || second < 0) {
      return OptionalLong.empty();
    }
    long utc = second - offset;
    return utc < 0 || utc >= END ? OptionalLong.empty() : OptionalLong.of(utc * 1000 + millis(end));
  }

  /** The local second since 1970; below 0 if it is none. */
  private long second() {
    int year = two(0) * 100 + two(2);
    int month = two(5);
    int day = two(8);
    int hour = two(11);
    int minute = two(14);
    int second = two(17);
    boolean digits = (two(0) | two(2) | month | day | hour | minute | second) >= 0;
    if (!digits || year < 1970 || month < 1 || month > 12 || day < 1) {
      return -1;
    }
    if (day > 28 && day > Month.of(month).length(Year.isLeap(year))) {
      return -1;
    }
    return hour > 23 || minute > 59 || second > 59
        ? -1
        : LocalDate.of(year, month, day).toEpochDay() * 86_400
            + (hour * 60 + minute) * 60L
            + second;
  }

  /** Where the digits behind the second end; -1 if there is a point and no digit. */
  private int endOfFraction(int length) {
    if (!is(FRACTION, '.')) {
      return FRACTION;
    }
    int end = FRACTION + 1;
    while (end < length && one(end) >= 0) {
      end++;
    }
    return end == FRACTION + 1 ? -1 : end;
  }

  private int millis(int end) {
    int millis = 0;
    for (int place = FRACTION + 1; place <= FRACTION + 3; place++) {
      millis = millis * 10 + (place < end ? one(place) : 0);
    }
    return millis;
  }

  /** Seconds ahead of UTC; the least integer if there is none that is plain. */
  private int offset(int at, int length) {
    if (at > 0 && at + 1 == length && is(at, 'Z')) {
      return 0;
    }
    if (at < 0 || at + 6 != length || !is(at + 3, ':') || (!is(at, '+') && !is(at, '-'))) {
      return Integer.MIN_VALUE;
    }
    int hours = two(at + 1);
    int minutes = two(at + 4);
    if ((hours | minutes) < 0 || hours > 23 || minutes > 59) {
      return Integer.MIN_VALUE;
    }
    int seconds = (hours * 60 + minutes) * 60;
    return is(at, '-') ? -seconds : seconds;
  }

  private boolean is(int place, char sign) {
    return text[from + place] == sign;
  }

  /** The number of two digits; below 0 if they are none. */
  private int two(int place) {
    int tens = one(place);
    int ones = one(place + 1);
    return (tens | ones) < 0 ? -1 : tens * 10 + ones;
  }

  private int one(int place) {
    int digit = text[from + place] - '0';
    return digit > 9 ? -1 : digit;
  }
}
