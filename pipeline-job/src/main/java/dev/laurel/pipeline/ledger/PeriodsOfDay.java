package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.board.Period;
import java.util.EnumMap;
import java.util.Map;

/**
 * The periods that hold a day, all-time among them.
 *
 * @param day in days since 1970-01-01, UTC
 * @param firstDays their first days
 * @param ends their ends, exclusive, in milliseconds since 1970
 */
record PeriodsOfDay(long day, Map<Period, Long> firstDays, Map<Period, Long> ends) {

  static PeriodsOfDay of(long day) {
    Map<Period, Long> firstDays = new EnumMap<>(Period.class);
    Map<Period, Long> ends = new EnumMap<>(Period.class);
    for (Period period : Period.values()) {
      firstDays.put(period, period.firstDay(day));
      ends.put(period, period.endsAt(period.firstDay(day)));
    }
    return new PeriodsOfDay(day, firstDays, ends);
  }

  long firstDay(Period period) {
    return firstDays.get(period);
  }

  long endsAt(Period period) {
    return ends.get(period);
  }
}
