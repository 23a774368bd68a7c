package dev.laurel.bench.report;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * What a player takes in the last checkpoint of the job, by the games the player plays: of runs in
 * cells named {@code state-<games>}, that of a run without players taken off.
 *
 * @param players how many there are in each of them
 */
public record StateOfPlayers(Collection<Run> runs, int players) {
  private static final String CELL = "state-";

  /** The table; empty if there was no such run. */
  public String table() {
    Table table = new Table("games a player", "players", "state MB", "bytes a player", "a game");
    for (String cell : cells()) {
      double megabytes = megabytes(cell, false) - megabytes(cell, true);
      int games = Integer.parseInt(cell.substring(CELL.length()));
      double bytes = megabytes * 1e6 / players;
      table.add(
          Integer.toString(games),
          number(players),
          String.format(Locale.ROOT, "%.1f", megabytes),
          number(bytes),
          number(bytes / games));
    }
    return table.isEmpty() ? "" : table.toString();
  }

  private List<String> cells() {
    return runs.stream()
        .filter(Run::counts)
        .map(Run::cell)
        .filter(cell -> cell.startsWith(CELL))
        .distinct()
        .toList();
  }

  private double megabytes(String cell, boolean empty) {
    return Statistics.of(
            runs.stream()
                .filter(run -> run.cell().equals(cell) && run.empty() == empty)
                .filter(run -> empty || run.counts())
                .map(Run::stateMegabytes)
                .toList())
        .median();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }
}
