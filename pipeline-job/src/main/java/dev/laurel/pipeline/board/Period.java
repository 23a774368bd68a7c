package dev.laurel.pipeline.board;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How long a board counts: days, ISO weeks and calendar months, in UTC, by event time. */
public enum Period {
  ALL_TIME("all-time"),
  DAILY("daily"),
  WEEKLY("weekly"),
  MONTHLY("monthly");

  /** How long after its end a period is closed, in event time. */
  static final Duration CLOSED_AFTER = Duration.ofHours(1);

  private static final Map<String, Period> BY_LABEL =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(Period::label, Function.identity()));

  private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();
  private static final long DAYS_KEPT = 400;

  private final String label;

  Period(String label) {
    this.label = label;
  }

  /** Its name in options, messages and tables. */
  public String label() {
    return label;
  }

  /** The period of that name. */
  public static Optional<Period> labelled(String label) {
    return Optional.ofNullable(BY_LABEL.get(label));
  }

  /** The UTC day of a time, in days since 1970-01-01. */
  public static long dayOf(long epochMillis) {
    return Math.floorDiv(epochMillis, DAY_MILLIS);
  }

  /** When a day begins, in milliseconds since 1970. */
  public static long startOf(long day) {
    return day * DAY_MILLIS;
  }

  /** First day of the period that holds the day, both in days since 1970-01-01. */
  public long firstDay(long day) {
    return switch (this) {
      case ALL_TIME -> 0;
      case DAILY -> day;
      // 1970-01-01 was a Thursday.
      case WEEKLY -> day - Math.floorMod(day + 3, 7);
      case MONTHLY -> LocalDate.ofEpochDay(day).withDayOfMonth(1).toEpochDay();
    };
  }

  /** The day after the last one of the period that begins on that day. */
  public long endDay(long firstDay) {
    return switch (this) {
      case ALL_TIME -> Long.MAX_VALUE;
      case DAILY -> firstDay + 1;
      case WEEKLY -> firstDay + 7;
      case MONTHLY -> LocalDate.ofEpochDay(firstDay).plusMonths(1).toEpochDay();
    };
  }

  /** When the period is over, exclusive, in milliseconds since 1970. */
  public long endsAt(long firstDay) {
    return this == ALL_TIME ? Long.MAX_VALUE : startOf(endDay(firstDay));
  }

  /** The watermark from which on the period is closed; never for all-time. */
  public long closesAt(long firstDay) {
    return this == ALL_TIME ? Long.MAX_VALUE : endsAt(firstDay) + CLOSED_AFTER.toMillis();
  }

  /** The watermark from which on nobody keeps boards of the period any more. */
  public long forgottenAt(long firstDay) {
    return this == ALL_TIME || this == MONTHLY
        ? Long.MAX_VALUE
        : endsAt(firstDay) + DAYS_KEPT * DAY_MILLIS;
  }

  /** At that watermark, a day before which nobody keeps boards of days or weeks. */
  public static long keptFrom(long watermark) {
    return watermark <= 0 ? Long.MIN_VALUE : dayOf(watermark) - DAYS_KEPT - 8;
  }

  /** The least first day of the periods that hold the day, all-time aside. */
  public static long firstDayOfAll(long day) {
    return Math.min(WEEKLY.firstDay(day), MONTHLY.firstDay(day));
  }
}
