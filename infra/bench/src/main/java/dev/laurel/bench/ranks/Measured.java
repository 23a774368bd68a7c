package dev.laurel.bench.ranks;

import dev.laurel.bench.report.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Times of one call in every round, and the table that they make. */
final class Measured {
  private final Map<String, List<Times>> rounds = new LinkedHashMap<>();

  void add(String call, Times times) {
    rounds.computeIfAbsent(call, first -> new ArrayList<>()).add(times);
  }

  /**
   * A row a call: medians over the rounds, and the least and greatest p99.
   *
   * @param bars greatest p99 that is allowed, in ms, by call
   */
  String table(Map<String, Double> bars) {
    Table table =
        new Table(
            "call", "p50 ms", "p99 ms", "p99 least to greatest", "errors", "rounds", "bar", "");
    rounds.forEach(
        (call, all) -> {
          double p99 = median(all, 0.99);
          Double bar = bars.get(call);
          table.add(
              call,
              number(median(all, 0.5)),
              number(p99),
              number(sorted(all, 0.99)[0]) + " to " + number(sorted(all, 0.99)[all.size() - 1]),
              Integer.toString(all.stream().mapToInt(Times::failed).sum()),
              Integer.toString(all.size()),
              bar == null ? "" : "≤ " + number(bar),
              bar == null ? "" : p99 <= bar ? "bar" : "MISSED");
        });
    return table.toString();
  }

  private static double median(List<Times> all, double share) {
    return sorted(all, share)[all.size() / 2];
  }

  private static double[] sorted(List<Times> all, double share) {
    return all.stream().mapToDouble(times -> times.at(share)).sorted().toArray();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
