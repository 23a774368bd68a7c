package dev.laurel.schema;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The one database that tests share when they roll back what they write. It starts with the first
 * connection and stops with the JVM.
 */
final class SharedDatabase {
  private SharedDatabase() {}

  /** A new connection as {@code role} that commits every statement by itself. */
  static Connection connect(String role) throws SQLException {
    return Started.DATABASE.connect(role);
  }

  /** A new connection as {@code role} in an open transaction, rolled back when it is closed. */
  static Connection begin(String role) throws SQLException {
    var connection = connect(role);
    connection.setAutoCommit(false);
    return connection;
  }

  private static final class Started {
    static final LaurelDatabase DATABASE = start();

    private static LaurelDatabase start() {
      try {
        return LaurelDatabase.start();
      } catch (IOException | SQLException e) {
        throw new IllegalStateException("the database does not start", e);
      }
    }
  }
}
