package dev.laurel.serving;

import dev.laurel.schema.LaurelDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The one database that tests of plans share: filled, and written by none of them. It starts when
 * first asked for and stops with the JVM.
 */
public final class FilledDatabase {

  private FilledDatabase() {}

  /** Where it is reached. */
  public static String url() {
    return Started.DATABASE.url();
  }

  private static final class Started {
    static final LaurelDatabase DATABASE = start();

    private static LaurelDatabase start() {
      try {
        LaurelDatabase database = LaurelDatabase.start();
        try (Connection owner = database.connect("postgres");
            Statement statement = owner.createStatement()) {
          for (String step : SampleStatistics.STEPS) {
            statement.execute(step);
          }
        }
        return database;
      } catch (IOException | SQLException e) {
        throw new IllegalStateException("The filled database does not start", e);
      }
    }
  }
}
