package dev.laurel.pipeline.outlet;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/**
 * Writes batches of rows over one connection, which it opens again after a failure. Used by one
 * thread.
 */
final class BatchWriter<R> implements AutoCloseable {
  /**
   * Classes of SQL states that say that the rows or the schema are wrong: trying again cannot help.
   */
  private static final Set<String> OUR_FAULT = Set.of("22", "23", "42");

  private final Database database;
  private final Table<R> table;
  private final Progress progress;
  private volatile Connection connection;

  BatchWriter(Database database, Table<R> table, Progress progress) {
    this.database = database;
    this.table = table;
    this.progress = progress;
  }

  /**
   * Writes the rows and commits; then how far the table is complete with them.
   *
   * @throws DatabaseAwayException if it may work later
   * @throws SQLException if the database refuses the rows
   */
  void write(Gathered.Batch<R> batch) throws DatabaseAwayException, SQLException {
    try {
      if (connection == null) {
        connection = database.connect();
      }
      if (!batch.rows().isEmpty()) {
        table.write(connection, batch.rows());
      }
      if (batch.completes().isPresent()) {
        progress.write(connection, batch.completes().getAsLong());
      }
    } catch (SQLException failed) {
      close();
      String state = failed.getSQLState();
      if (state != null && state.length() == 5 && OUR_FAULT.contains(state.substring(0, 2))) {
        throw failed;
      }
      throw new DatabaseAwayException(database + ": " + failed.getMessage(), failed);
    }
  }

  /** Closes the connection; the next write opens another. */
  @Override
  public void close() {
    Connection open = connection;
    connection = null;
    if (open != null) {
      try {
        open.abort(Runnable::run);
      } catch (SQLException alreadyGone) {
        // It was to be closed, and it is.
      }
    }
  }
}
