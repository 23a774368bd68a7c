package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.board.Period;

/** The periods that hold a day, all-time among them: reckoned once for the many events of a day. */
@SuppressWarnings("EnumOrdinal") // where in an array of this process
final class PeriodsOfDay {
  private static final int PERIODS = Period.values().length;

  private final long day;
  private final long[] firstDays = new long[PERIODS];
  private final long[] endDays = new long[PERIODS];
  private final long[] ends = new long[PERIODS];

  /** Of a day, in days since 1970-01-01, UTC. */
  PeriodsOfDay(long day) {
    this.day = day;
    for (Period period : Period.values()) {
      long first = period.firstDay(day);
      firstDays[period.ordinal()] = first;
      endDays[period.ordinal()] = period.endDay(first);
      ends[period.ordinal()] = period.endsAt(first);
    }
  }

  long day() {
    return day;
  }

  /** Those of another day, which mostly is the same. */
  PeriodsOfDay of(long other) {
    return other == day ? this : new PeriodsOfDay(other);
  }

  long firstDay(Period period) {
    return firstDays[period.ordinal()];
  }

  /** The day after the last one. */
  long endDay(Period period) {
    return endDays[period.ordinal()];
  }

  /** The end, exclusive, in milliseconds since 1970. */
  long endsAt(Period period) {
    return ends[period.ordinal()];
  }
}
