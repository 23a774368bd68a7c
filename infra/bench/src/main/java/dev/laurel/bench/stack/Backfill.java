package dev.laurel.bench.stack;

import dev.laurel.bench.input.Input;
import dev.laurel.bench.input.Shape;
import dev.laurel.bench.input.WriteLog;
import dev.laurel.bench.report.Table;
import dev.laurel.local.postgres.Tables;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * The batch run into an empty database beside that of the stack: over the log that the stack has
 * read already, or a longer one that only the batch run reads.
 *
 * @param longer how many records it has, about; 0 for the log of the stack
 */
record Backfill(RunningStack stack, long longer) {
  private static final String NAME = "backfilled";
  private static final double BAR = 15_000;
  private static final String LONGER_LOG = "events-to-backfill";
  private static final int PLAYERS = 1_000_000;

  /** Runs it and says how fast it was. */
  String run() throws IOException, InterruptedException, SQLException {
    String url = stack.addresses().jdbcUrl().replaceFirst("/[^/]*$", "/" + NAME);
    String topic = longer == 0 ? Sustained.LOG : LONGER_LOG;
    long records = longer == 0 ? received() : writeLonger();
    try (Connection connection = stack.connect();
        var statement = connection.createStatement()) {
      statement.execute("drop database if exists " + NAME);
      statement.execute("create database " + NAME);
    }
    Tables.migrate(url);
    Instant start = Instant.now();
    stack.laurel("backfill", "--jdbc-url", url, "--job-option", "player-events-topic=" + topic);
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

  private long received() throws SQLException {
    try (Connection connection = stack.connect()) {
      return RunningStack.number(connection, "select sum(received) from laurel.log_daily_counts");
    }
  }

  private long writeLonger() throws IOException, InterruptedException {
    long unlocks = longer * Sustained.UNLOCKS_PERCENT / 100;
    WriteLog log = new WriteLog(stack.addresses().bootstrapServers());
    log.delete(LONGER_LOG);
    log.createEvents(LONGER_LOG);
    return log.append(
        LONGER_LOG, new Input(Shape.ZIPF, unlocks, PLAYERS, 10_000, true, 20_261_122));
  }
}
