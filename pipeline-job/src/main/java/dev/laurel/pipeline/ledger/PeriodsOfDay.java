package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.board.Period;
import java.util.EnumMap;
import java.util.Map;

/** The periods that hold a day, all-time among them: reckoned once for the many events of a day. */
final class PeriodsOfDay {

  /** Days since 1970-01-01, UTC, and the end, exclusive, in milliseconds since 1970. */
  private record Days(long first, long end, long endsAt) {}

  private final long day;
  private final Map<Period, Days> periods = new EnumMap<>(Period.class);

  /** Of a day, in days since 1970-01-01, UTC. */
  PeriodsOfDay(long day) {
    this.day = day;
    for (Period period : Period.values()) {
      long first = period.firstDay(day);
      periods.put(period, new Days(first, period.endDay(first), period.endsAt(first)));
    }
  }

  long day() {
    return day;
  }

  long firstDay(Period period) {
    return periods.get(period).first();
  }

  /** The day after the last one. */
  long endDay(Period period) {
    return periods.get(period).end();
  }

  /** The end, exclusive, in milliseconds since 1970. */
  long endsAt(Period period) {
    return periods.get(period).endsAt();
  }
}
