package dev.laurel.local.verify;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** What is said of a verification. */
final class Report {
  private static final int SHOWN_OF_A_TABLE = 20;

  private final PrintStream out;

  Report(PrintStream out) {
    this.out = out;
  }

  /**
   * Says what differs, a line a column or a letter, then how many rows of every table are equal.
   */
  void tell(
      Verification.Result result, DeadLetters.Result letters, Map<Table, Long> beyondRetention) {
    result
        .differing()
        .values()
        .forEach(
            comparison -> lines(comparison).stream().limit(SHOWN_OF_A_TABLE).forEach(out::println));
    letters.lines().stream().limit(SHOWN_OF_A_TABLE).forEach(out::println);
    for (Table table : Table.values()) {
      Comparison differing = result.differing().getOrDefault(table, none(table));
      out.println(
          "%-22s %,d rows compared, %,d differ%s"
              .formatted(
                  table.word(),
                  result.compared().get(table),
                  differing.differing(),
                  old(beyondRetention.getOrDefault(table, 0L))));
    }
    out.println(
        "%-22s %,d letters compared, %,d differ"
            .formatted("dead-letters", letters.compared(), letters.lines().size()));
    out.println(
        result.verdict() == Verdict.EQUAL && !letters.isEqual()
            ? "different: %,d dead letters are not what the log says"
                .formatted(letters.lines().size())
            : sentence(result));
  }

  private static Comparison none(Table table) {
    return new Comparison(table, 0, 0, List.of());
  }

  private static String old(long rows) {
    return rows == 0 ? "" : ", %,d beyond retention".formatted(rows);
  }

  private static List<String> lines(Comparison comparison) {
    return comparison.first().stream()
        .limit(SHOWN_OF_A_TABLE)
        .flatMap(difference -> difference.lines().stream())
        .toList();
  }

  private static String sentence(Verification.Result result) {
    long differ = result.differing().values().stream().mapToLong(Comparison::differing).sum();
    return switch (result.verdict()) {
      case EQUAL -> "equal: the tables hold what the log says";
      case DIFFERENT -> "different: %,d rows are not what the log says".formatted(differ);
      case UNDECIDED ->
          "undecided: %,d rows of %s are not what the log says yet; the tables have not got there, or change all the time"
              .formatted(
                  differ,
                  String.join(
                      ", ", result.differing().keySet().stream().map(Table::word).toList()));
    };
  }
}
