package dev.laurel.schema;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Filled databases that tests share and none of them writes. Each starts with the first connection
 * and stops with the JVM. What fills them commits for good before it vacuums: a page is marked as
 * seen by all only then, and without that mark plans would change with the speed of the machine.
 */
final class LoadedDatabase {
  private LoadedDatabase() {}

  /** A new connection as {@code role} to the {@link SampleLoad} of players, scores and boards. */
  static Connection sample(String role) throws SQLException {
    return Sample.DATABASE.connect(role);
  }

  /** A new connection as {@code role} to the {@link DemoStatistics}. */
  static Connection demo(String role) throws SQLException {
    return Demo.DATABASE.connect(role);
  }

  /** A new connection as {@code role} to the {@link MadeStatistics} of 3,000 players. */
  static Connection made(String role) throws SQLException {
    return Made.DATABASE.connect(role);
  }

  private interface Load {
    void fill(Connection owner) throws SQLException;
  }

  private static LaurelDatabase start(Load load) {
    try {
      var database = LaurelDatabase.start();
      try (var owner = database.connect("postgres")) {
        Sql.run(owner, "set synchronous_commit = on");
        load.fill(owner);
        Sql.run(owner, "vacuum analyze");
      }
      return database;
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("the database does not start", e);
    }
  }

  private static final class Sample {
    static final LaurelDatabase DATABASE = start(SampleLoad::fill);
  }

  private static final class Demo {
    static final LaurelDatabase DATABASE = start(DemoStatistics::fill);
  }

  private static final class Made {
    static final LaurelDatabase DATABASE = start(owner -> MadeStatistics.fill(owner, 3000));
  }
}
