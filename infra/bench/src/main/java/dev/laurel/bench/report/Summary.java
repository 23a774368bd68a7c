package dev.laurel.bench.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What the runs of one cell say, as a table: a line a contender. */
public final class Summary {

  private static final String PEER = "sql-fast";
  private static final String LIMIT = "L2";

  private final List<Run> runs;

  /** Of the runs of one cell. */
  public Summary(Collection<Run> runs) {
    this.runs = List.copyOf(runs);
  }

  /** The table. */
  public String table() {
    Table table =
        new Table(
            "contender",
            "CPU µs an event",
            "spread",
            "events/s",
            "of " + PEER,
            "of " + LIMIT,
            "runs",
            "boards",
            "checkpoint sync ms",
            "state MB");
    for (String contender : contenders()) {
      table.add(
          contender,
          format("%.2f", cpuMicros(contender).median()),
          format("±%.0f %%", 100 * cpuMicros(contender).spread()),
          format("%,.0f", of(contender, Run::eventsPerSecond).median()),
          shown(ratio(contender, PEER)),
          shown(ratio(contender, LIMIT)),
          Long.toString(counted(contender).size()),
          boards(contender),
          format("%.0f", of(contender, Run::syncMillis).greatest()),
          format("%.0f", of(contender, Run::stateMegabytes).median()));
    }
    return table.toString();
  }

  /** CPU microseconds an event, what starting costs taken off. */
  public Statistics cpuMicros(String contender) {
    double start = startSeconds(contender);
    return of(contender, run -> (run.cpuSeconds() - start) * 1e6 / run.events());
  }

  private double startSeconds(String contender) {
    List<Double> empty =
        runs.stream()
            .filter(run -> run.empty() && run.contender().equals(contender))
            .map(Run::cpuSeconds)
            .toList();
    return Statistics.of(empty).median();
  }

  private Statistics of(String contender, ToDoubleFunction<Run> value) {
    return Statistics.of(counted(contender).stream().map(value::applyAsDouble).toList());
  }

  /**
   * CPU an event as a part of another contender's; none where the boards of either are not what
   * they must be.
   */
  OptionalDouble ratio(String contender, String other) {
    boolean comparable =
        has(contender)
            && has(other)
            && !contender.equals(other)
            && wrong(contender).isEmpty()
            && wrong(other).isEmpty();
    return comparable
        ? OptionalDouble.of(cpuMicros(contender).median() / cpuMicros(other).median())
        : OptionalDouble.empty();
  }

  /** CPU microseconds an event of a contender that ran and was right. */
  OptionalDouble micros(String contender) {
    return has(contender) && wrong(contender).isEmpty()
        ? OptionalDouble.of(cpuMicros(contender).median())
        : OptionalDouble.empty();
  }

  /** Events a second of a contender that ran and was right. */
  public OptionalDouble eventsPerSecond(String contender) {
    return has(contender) && wrong(contender).isEmpty()
        ? OptionalDouble.of(of(contender, Run::eventsPerSecond).median())
        : OptionalDouble.empty();
  }

  private boolean has(String contender) {
    return contenders().contains(contender);
  }

  private static String shown(OptionalDouble ratio) {
    return ratio.isPresent() ? format("%.2f", ratio.getAsDouble()) : "";
  }

  private String boards(String contender) {
    return wrong(contender).isPresent() ? "DIFFERENT" : counted(contender).get(0).boards();
  }

  private Optional<Run> wrong(String contender) {
    return runs.stream()
        .filter(run -> run.contender().equals(contender))
        .filter(run -> !run.boards().equals(Run.SAME) && !run.boards().equals(Run.NONE))
        .findFirst();
  }

  private List<Run> counted(String contender) {
    return runs.stream().filter(run -> run.counts() && run.contender().equals(contender)).toList();
  }

  private List<String> contenders() {
    return runs.stream()
        .filter(Run::counts)
        .map(Run::contender)
        .distinct()
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static String format(String pattern, double value) {
    return String.format(Locale.ROOT, pattern, value);
  }
}
