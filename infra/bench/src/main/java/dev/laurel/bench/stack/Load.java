package dev.laurel.bench.stack;

import dev.laurel.bench.report.Table;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * What came of a sustained load.
 *
 * @param warmUpSeconds what was seen until then is shown and not held to the bar
 * @param records sent altogether
 */
record Load(long perSecond, long warmUpSeconds, long records, List<Look> looks, Written written) {
  private static final long BAR_MILLIS = 10_000;
  private static final double BAR_ROWS = 4;

  /**
   * What was seen at a moment.
   *
   * @param seconds since the first record
   * @param ageMillis of an event of a new player sent then, when its row was there; a minute if it
   *     was not by then
   * @param busiestMillis the same of the player who does the most
   * @param received records of this load that {@code log_daily_counts} had counted then
   */
  record Look(long seconds, long ageMillis, long busiestMillis, long received) {}

  /** A line a minute. */
  String minutes() {
    Table table =
        new Table(
            "minute",
            "row age ms, median",
            "greatest",
            "of the busiest player, greatest",
            "records/s received");
    var byMinute =
        looks.stream()
            .collect(
                Collectors.groupingBy(
                    look -> look.seconds() / 60, TreeMap::new, Collectors.toList()));
    long before = 0;
    long secondsBefore = 0;
    for (var each : byMinute.entrySet()) {
      List<Look> ofMinute = each.getValue();
      long[] ages = ofMinute.stream().mapToLong(Look::ageMillis).sorted().toArray();
      Look last = ofMinute.getLast();
      double received =
          (last.received() - before) / (double) Math.max(1, last.seconds() - secondsBefore);
      table.add(
          Long.toString(each.getKey() + 1),
          number(ages[ages.length / 2]),
          number(ages[ages.length - 1]),
          number(greatest(ofMinute, Look::busiestMillis)),
          number(Math.round(received)));
      before = last.received();
      secondsBefore = last.seconds();
    }
    return table.toString();
  }

  /** A line a table. */
  String tables() {
    Table table = new Table("table", "rows written", "a record");
    written
        .rows()
        .forEach((name, rows) -> table.add(name, number(rows), number(rows / (double) records)));
    return table.toString();
  }

  /** What was promised. */
  String bars() {
    Table table = new Table("measure", "bar", "measured", "");
    addAges(table);
    double conflated = written.conflated() / (double) records;
    table.add(
        "conflated rows a record",
        "≤ " + number(BAR_ROWS),
        number(conflated),
        conflated <= BAR_ROWS ? "bar" : "MISSED");
    table.add("appended rows a record", "", number(written.appended() / (double) records), "");
    table.add("WAL bytes a record", "", number(written.walBytes() / records), "");
    table.add("updates without touching an index", "", number(written.hot()), "");
    return table.toString();
  }

  private void addAges(Table table) {
    List<Look> counted = looks.stream().filter(look -> look.seconds() >= warmUpSeconds).toList();
    long oldest = greatest(counted, Look::ageMillis);
    table.add(
        "%,d records/s for %d s after %d s: rows at most so old, ms"
            .formatted(perSecond, looks.getLast().seconds() - warmUpSeconds, warmUpSeconds),
        "≤ " + number(BAR_MILLIS),
        number(oldest),
        oldest <= BAR_MILLIS ? "bar" : "MISSED");
    long busiest = greatest(counted, Look::busiestMillis);
    table.add(
        "the same of the busiest player, ms",
        "≤ " + number(BAR_MILLIS),
        number(busiest),
        busiest <= BAR_MILLIS ? "bar" : "MISSED");
  }

  private static long greatest(List<Look> of, ToLongFunction<Look> age) {
    return of.stream().mapToLong(age).max().orElseThrow();
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%,.2f", value);
  }
}
