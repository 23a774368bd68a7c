package dev.laurel.local.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;

/** The database {@code laurel} with its tables, roles and rights, as the migrations say. */
public final class Tables {

  private static final String DATABASE = "laurel";

  private Tables() {}

  /** Makes the database if it is missing and applies the migrations it lacks. */
  public static void migrate(PostgresServer server) throws SQLException {
    makeDatabase(server);
    migrate(server.url(DATABASE));
  }

  /** Applies the migrations that a database lacks, which is there. */
  public static void migrate(String url) {
    Flyway.configure()
        .dataSource(url, PostgresServer.ADMIN, "")
        .locations("classpath:db/migration")
        .defaultSchema(DATABASE)
        .schemas(DATABASE)
        .load()
        .migrate();
  }

  private static void makeDatabase(PostgresServer server) throws SQLException {
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement()) {
      boolean exists;
      try (var row = statement.executeQuery("select from pg_database where datname = 'laurel'")) {
        exists = row.next();
      }
      if (!exists) {
        statement.execute("create database laurel");
      }
    }
  }
}
