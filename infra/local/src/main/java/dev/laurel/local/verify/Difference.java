package dev.laurel.local.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A row that is not as it has to be: it is missing, superfluous, or says something else. */
record Difference(Table table, Key key, Optional<Row> expected, Optional<Found> found) {

  /** Table, key, column, what was expected and what was found, with tabs; a line a column. */
  List<String> lines() {
    if (expected.isEmpty()) {
      return List.of(line("*", "no row", "a row"));
    }
    if (found.isEmpty()) {
      return List.of(line("*", "a row", "no row"));
    }
    return columns(expected.get().values().all(), found.get().values());
  }

  private List<String> columns(List<String> has, List<String> says) {
    List<String> lines = new ArrayList<>();
    for (int at = 0; at < has.size(); at++) {
      if (!has.get(at).equals(says.get(at))) {
        lines.add(first(table.columns().get(at), has.get(at), says.get(at)));
      }
    }
    return lines;
  }

  /** Of a value of several lines the first that differs, with its number. */
  private String first(String column, String has, String says) {
    String[] expectedLines = has.split("\n", -1);
    String[] foundLines = says.split("\n", -1);
    if (expectedLines.length == 1 && foundLines.length == 1) {
      return line(column, shown(has), shown(says));
    }
    int at = 0;
    while (at < Math.min(expectedLines.length, foundLines.length)
        && expectedLines[at].equals(foundLines[at])) {
      at++;
    }
    return line("%s[%d]".formatted(column, at), at(expectedLines, at), at(foundLines, at));
  }

  private static String at(String[] lines, int at) {
    return at < lines.length ? lines[at] : "nothing";
  }

  private static String shown(String value) {
    return value.equals(Row.NULL) ? "null" : value.isEmpty() ? "''" : value;
  }

  private String line(String column, String has, String says) {
    return String.join(
        "\t", table.word(), key.toString(), column, "expected " + has, "found " + says);
  }
}
