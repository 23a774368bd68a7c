package dev.laurel.bench.delay;

import dev.laurel.bench.report.Table;
import java.util.Locale;

/**
 * How old rank changes were when they came, in milliseconds from the oldest event each of them
 * holds.
 *
 * @param eventsPerSecond the pace of the events
 */
public record Delays(
    long eventsPerSecond, int changes, double p50, double p95, double p99, double greatest) {

  /** Of delays in rising order. */
  static Delays of(long eventsPerSecond, long[] sorted) {
    return new Delays(
        eventsPerSecond,
        sorted.length,
        quantile(sorted, 0.5),
        quantile(sorted, 0.95),
        quantile(sorted, 0.99),
        quantile(sorted, 1));
  }

  /** The least of them that so large a part does not exceed; 0 of none. */
  static double quantile(long[] sorted, double part) {
    int place = (int) Math.ceil(part * sorted.length) - 1;
    return sorted.length == 0 ? 0 : (double) sorted[Math.max(0, place)];
  }

  /** A table of one line. */
  public String table() {
    Table table =
        new Table("paced at events/s", "rank changes", "p50 ms", "p95", "p99", "greatest");
    table.add(
        number((double) eventsPerSecond),
        number(changes),
        number(p50),
        number(p95),
        number(p99),
        number(greatest));
    return table.toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }
}
