package dev.laurel.bench.report;

import java.util.Locale;

/**
 * How long a restart from a checkpoint took.
 *
 * @param stateMegabytes size of the checkpoint
 * @param records that came meanwhile
 * @param seconds from the start of the new process until nothing was left to do
 */
public record Restart(double stateMegabytes, long records, double seconds) {

  /** A table of one line. */
  public String table() {
    Table table = new Table("state MB", "records that came meanwhile", "caught up after s");
    table.add(
        String.format(Locale.ROOT, "%,.0f", stateMegabytes),
        String.format(Locale.ROOT, "%,d", records),
        String.format(Locale.ROOT, "%.1f", seconds));
    return table.toString();
  }
}
