package dev.laurel.bench.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What was promised, against what was measured, over all cells: a line for each bar that the runs
 * can speak to.
 */
public final class Bars {

  private static final String ZIPF = "zipf-1m";
  private static final String FULL = "laurel-full";
  private static final String SAME_QUESTION = "laurel-sql";
  private static final String PEER = "sql-fast";

  private final List<Run> runs;
  private final Table table = new Table("measure", "bar", "aim", "measured", "");

  private final OptionalDouble delayMillis;
  private final OptionalDouble restartSeconds;

  /**
   * Of runs of any cells.
   *
   * @param delayMillis p99 of the age of rank changes, if it was measured
   * @param restartSeconds until a restart had caught up, if it was measured
   */
  public Bars(Collection<Run> runs, OptionalDouble delayMillis, OptionalDouble restartSeconds) {
    this.runs = List.copyOf(runs);
    this.delayMillis = delayMillis;
    this.restartSeconds = restartSeconds;
  }

  /** The table; empty if no bar was measured. */
  public String table() {
    atMost("the SQL query's boards, CPU of " + PEER, 0.25, 0.125, cpu(ZIPF, SAME_QUESTION, PEER));
    atMost("the SQL query's boards, CPU of L2", 1, 1, cpu(ZIPF, SAME_QUESTION, "L2"));
    atMost("everything, CPU of " + PEER, 0.5, 0.25, cpu(ZIPF, FULL, PEER));
    atLeast("one hot game against Zipf, events/s", 0.9, 1.0, hotAgainstZipf());
    atMost("busiest board subtask of 8 against the mean", 1.5, 1.2, unevenness());
    atMost("10 million players against 100 thousand, CPU", 1.6, 1.3, manyAgainstFew());
    atLeast("backfill without the database, events/s", 50_000, 50_000, backfill());
    atMost("event to rank change at half of the pace, p99 ms", 250, 150, delayMillis);
    atMost("a heavy player against a light one, CPU", 3, 1.5, heavyAgainstLight());
    atMost("restart until caught up, s", 20, 10, restartSeconds);
    atMost("synchronous part of a checkpoint, ms", 200, 50, syncMillis());
    return table.isEmpty() ? "" : table.toString();
  }

  private OptionalDouble cpu(String cell, String contender, String peer) {
    return of(cell).ratio(contender, peer);
  }

  private OptionalDouble hotAgainstZipf() {
    return quotient(of("hot-1m").eventsPerSecond(FULL), of(ZIPF).eventsPerSecond(FULL));
  }

  private OptionalDouble backfill() {
    return of("backfill-1m").eventsPerSecond("laurel-backfill");
  }

  private OptionalDouble manyAgainstFew() {
    return quotient(of("zipf-10m").micros(FULL), of("zipf-100k").micros(FULL));
  }

  private OptionalDouble heavyAgainstLight() {
    return quotient(of("heavy-1k").micros(FULL), of("light-200k").micros(FULL));
  }

  private OptionalDouble syncMillis() {
    return runs.stream()
        .filter(run -> run.counts() && run.contender().equals(FULL))
        .mapToDouble(Run::syncMillis)
        .max();
  }

  /** Of the busiest subtask that merges boards, against the mean of them. */
  private OptionalDouble unevenness() {
    return runs.stream()
        .filter(run -> run.counts() && run.cell().equals("wide-hot-1m"))
        .flatMap(run -> run.busy().entrySet().stream())
        .filter(task -> task.getKey().contains("merge tops"))
        .mapToDouble(task -> unevenness(task.getValue()))
        .max();
  }

  static double unevenness(double[] busy) {
    double mean = Arrays.stream(busy).average().orElse(0);
    return mean == 0 ? 1 : Arrays.stream(busy).max().orElse(0) / mean;
  }

  private Summary of(String cell) {
    List<Run> ofCell = new ArrayList<>(runs);
    ofCell.removeIf(run -> !run.cell().equals(cell));
    return new Summary(ofCell);
  }

  private static OptionalDouble quotient(OptionalDouble one, OptionalDouble other) {
    return one.isPresent() && other.isPresent()
        ? OptionalDouble.of(one.getAsDouble() / other.getAsDouble())
        : OptionalDouble.empty();
  }

  private void atMost(String measure, double bar, double aim, OptionalDouble value) {
    value.ifPresent(
        it -> add(measure, "≤ ", bar, aim, it, it <= bar ? (it <= aim ? "aim" : "bar") : "MISSED"));
  }

  private void atLeast(String measure, double bar, double aim, OptionalDouble value) {
    value.ifPresent(
        it -> add(measure, "≥ ", bar, aim, it, it >= bar ? (it >= aim ? "aim" : "bar") : "MISSED"));
  }

  private void add(
      String measure, String sign, double bar, double aim, double value, String verdict) {
    table.add(measure, sign + number(bar), number(aim), number(value), verdict);
  }

  private static String number(double value) {
    return value >= 10
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.3f", value).replaceFirst("0$", "");
  }
}
