package dev.laurel.local.verify;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The tables as they are, read as whoever the URL names, else as laurel_api. */
final class StoredTables implements AutoCloseable {
  private static final int ROWS_AT_ONCE = 5_000;

  private final Connection connection;

  private StoredTables(Connection connection) {
    this.connection = connection;
  }

  /** Connects for as long as it takes: reading a large table may. */
  static StoredTables open(String jdbcUrl) throws SQLException {
    Properties user = new Properties();
    user.setProperty("user", "laurel_api");
    Connection connection = DriverManager.getConnection(jdbcUrl, user);
    try (Statement statement = connection.createStatement()) {
      statement.execute("set statement_timeout = 0");
      statement.execute("set default_transaction_read_only = on");
      connection.setAutoCommit(false);
      return new StoredTables(connection);
    } catch (SQLException failed) {
      connection.close();
      throw failed;
    }
  }

  /** How far the tables say that they are. */
  Freshness freshness() throws SQLException {
    Map<Table, LocalDate> keptFrom = new EnumMap<>(Table.class);
    for (Table table : Table.values()) {
      optional(
              "select nullif(laurel.kept_from('" + table.word() + "'), '-infinity')",
              LocalDate.class)
          .ifPresent(day -> keptFrom.put(table, day));
    }
    return new Freshness(
        moment("max(closed_up_to) filter (where table_name = 'leaderboard_finals')"),
        moment("max(closed_up_to)"),
        keptFrom,
        optional(
                "select coalesce(sum(received), 0)::bigint from laurel.log_daily_counts",
                Long.class)
            .orElse(0L));
  }

  private Optional<Instant> moment(String column) throws SQLException {
    return optional("select " + column + " from laurel.pipeline_freshness", OffsetDateTime.class)
        .map(OffsetDateTime::toInstant);
  }

  private <T> Optional<T> optional(String query, Class<T> type) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return Optional.ofNullable(row.getObject(1, type));
    } finally {
      connection.rollback();
    }
  }

  /** How many rows of a table are older than what it keeps. */
  long beyondRetention(Table table, Freshness tables) throws SQLException {
    Optional<String> old = Query.beyond(table, tables);
    return old.isEmpty()
        ? 0
        : optional(
                "select count(*) from laurel.%s as t where %s".formatted(table.word(), old.get()),
                Long.class)
            .orElse(0L);
  }

  /** What is done with the rows of a table. */
  interface Reader<T> {
    T read(Comparison.Cursor rows) throws SQLException;
  }

  /** Reads a table in the order of its keys; only rows with these keys, if there are any. */
  <T> T read(Table table, Freshness tables, Collection<Key> only, Reader<T> reader)
      throws SQLException {
    try (var statement = connection.prepareStatement(Query.of(table, tables, only))) {
      for (int part = 0; part < (only.isEmpty() ? 0 : table.key().size()); part++) {
        int at = part;
        Object[] parts = only.stream().map(key -> key.parts().get(at).toString()).toArray();
        statement.setArray(part + 1, connection.createArrayOf(Query.type(table, part), parts));
      }
      statement.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet rows = statement.executeQuery()) {
        return reader.read(new StoredRows(table, rows));
      }
    } finally {
      connection.rollback();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
