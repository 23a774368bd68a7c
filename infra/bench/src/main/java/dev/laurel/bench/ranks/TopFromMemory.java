package dev.laurel.bench.ranks;

import dev.laurel.bench.report.Table;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

/** Requests a second for the first hundred of a board, beside a handler that sends their bytes. */
record TopFromMemory(String board, int rounds) {
  private static final int SECONDS = 8;

  String run() throws IOException, InterruptedException {
    double[] service = new double[rounds];
    double[] bare = new double[rounds];
    for (int round = -1; round < rounds; round++) {
      double ours = Wrk.perSecond(board + "?limit=100", SECONDS);
      double theirs = Wrk.perSecond(PeerProcess.ADDRESS + "/bytes", SECONDS);
      if (round >= 0) {
        service[round] = ours;
        bare[round] = theirs;
      }
    }
    Arrays.sort(service);
    Arrays.sort(bare);
    Table table = new Table("requests/s", "median", "least to greatest");
    add(table, "top 100 from memory", service);
    add(table, "bare handler, same bytes", bare);
    return table
        + String.format(
            Locale.ROOT,
            "%nratio %.2f (bar 0.5, aim 0.9)%n",
            service[rounds / 2] / bare[rounds / 2]);
  }

  private static void add(Table table, String name, double[] rates) {
    table.add(
        name,
        String.format(Locale.ROOT, "%.0f", rates[rates.length / 2]),
        String.format(Locale.ROOT, "%.0f to %.0f", rates[0], rates[rates.length - 1]));
  }
}
