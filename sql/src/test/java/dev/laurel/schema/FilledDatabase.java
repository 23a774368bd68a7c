package dev.laurel.schema;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The one database that tests of plans share: filled, and written by none of them. It starts with
 * the first connection and stops with the JVM.
 */
final class FilledDatabase {
  private FilledDatabase() {}

  /** A new connection as {@code role}. */
  static Connection connect(String role) throws SQLException {
    return Started.DATABASE.connect(role);
  }

  private static final class Started {
    static final LaurelDatabase DATABASE = start();

    private static LaurelDatabase start() {
      try {
        var database = LaurelDatabase.start();
        try (var owner = database.connect("postgres")) {
          SampleLoad.fill(owner);
        }
        return database;
      } catch (IOException | SQLException e) {
        throw new IllegalStateException("the database does not start", e);
      }
    }
  }
}
