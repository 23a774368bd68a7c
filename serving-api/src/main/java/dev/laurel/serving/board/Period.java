package dev.laurel.serving.board;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What span of time a board counts, by event time, in UTC. */
public enum Period {
  /** Without an end. */
  ALL_TIME("all-time") {
    @Override
    LocalDate startOf(LocalDate day) {
      return LocalDate.EPOCH;
    }

    @Override
    LocalDate after(LocalDate start) {
      return LocalDate.MAX;
    }
  },
  /** One day. */
  DAILY("daily") {
    @Override
    LocalDate startOf(LocalDate day) {
      return day;
    }

    @Override
    LocalDate after(LocalDate start) {
      return start.plusDays(1);
    }
  },
  /** One ISO week, from Monday. */
  WEEKLY("weekly") {
    @Override
    LocalDate startOf(LocalDate day) {
      return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    @Override
    LocalDate after(LocalDate start) {
      return start.plusWeeks(1);
    }
  },
  /** One calendar month. */
  MONTHLY("monthly") {
    @Override
    LocalDate startOf(LocalDate day) {
      return day.withDayOfMonth(1);
    }

    @Override
    LocalDate after(LocalDate start) {
      return start.plusMonths(1);
    }
  };

  private final String text;

  Period(String text) {
    this.text = text;
  }

  /** First day of the one that holds the day; 1970-01-01 of all-time. */
  abstract LocalDate startOf(LocalDate day);

  /**
   * First day of the one after that which starts on this day; of all-time a day that never comes.
   */
  abstract LocalDate after(LocalDate start);

  /** The period of this name. */
  static Optional<Period> named(String text) {
    return Arrays.stream(values()).filter(period -> period.text.equals(text)).findFirst();
  }

  /** All names, as a sentence lists them. */
  static String names() {
    return Arrays.stream(values()).map(Period::toString).collect(Collectors.joining(", "));
  }

  /** Its name in tables, topics, queries and messages. */
  @Override
  public String toString() {
    return text;
  }
}
