package dev.laurel.bench.stack;

import dev.laurel.bench.report.Table;
import dev.laurel.local.postgres.Tables;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * The batch run over the log that the stack has read already, into an empty database beside its.
 */
record Backfill(RunningStack stack) {
  private static final String NAME = "backfilled";
  private static final double BAR = 15_000;

  /** Runs it and says how fast it was. */
  String run() throws IOException, InterruptedException, SQLException {
    String url = stack.addresses().jdbcUrl().replaceFirst("/[^/]*$", "/" + NAME);
    long records;
    try (Connection connection = stack.connect();
        var statement = connection.createStatement()) {
      records =
          RunningStack.number(connection, "select sum(received) from laurel.log_daily_counts");
      statement.execute("drop database if exists " + NAME);
      statement.execute("create database " + NAME);
    }
    Tables.migrate(url);
    Instant start = Instant.now();
    stack.laurel("backfill", "--jdbc-url", url);
    double seconds = Duration.between(start, Instant.now()).toMillis() / 1e3;
    double perSecond = records / seconds;
    Table table = new Table("measure", "bar", "measured", "");
    table.add(
        String.format(Locale.ROOT, "backfill of %,d records into PostgreSQL, records/s", records),
        String.format(Locale.ROOT, "≥ %,.0f", BAR),
        String.format(Locale.ROOT, "%,.0f", perSecond),
        perSecond >= BAR ? "bar" : "MISSED");
    return table.toString();
  }
}
