package dev.laurel.local.backfill;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tables that nothing was written to. Files are a log of their own, with other partitions, offsets
 * and log times: beside rows of another log theirs would stand in {@code score_events} a second
 * time, and the versions of both would count different things.
 */
final class EmptyTables {
  private static final String DRIVERS_OWN = "postgres.";

  /** One table of each group that a job may write, if it holds a row. */
  private static final String FILLED =
      Stream.of("players", "score_events", "leaderboard_tops", "player_monthly_stats")
          .map("select '%1$s' where exists (select from laurel.%1$s)"::formatted)
          .collect(Collectors.joining(" union all "));

  private EmptyTables() {}

  /**
   * Makes sure that nothing was written, whichever tables a job writes.
   *
   * @param jobOptions {@code name=value} each: the database is asked as the job would ask it
   * @throws IOException if there is a row, or the database cannot be asked
   */
  static void expect(String jdbcUrl, List<String> jobOptions) throws IOException {
    try (Connection connection = DriverManager.getConnection(jdbcUrl, properties(jobOptions));
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(FILLED)) {
      if (row.next()) {
        throw new IOException(
            "laurel.%s holds rows, expected none: files are a log of their own, and what is there would count twice; name an empty database with --jdbc-url, or send the files to the log with 'laurel replay'"
                .formatted(row.getString(1)));
      }
    } catch (SQLException away) {
      throw new IOException("The tables cannot be read: %s".formatted(away.getMessage()), away);
    }
  }

  private static Properties properties(List<String> jobOptions) {
    Properties properties = new Properties();
    properties.setProperty("user", "laurel_job");
    for (String option : jobOptions) {
      String[] nameAndValue = option.split("=", 2);
      switch (nameAndValue[0]) {
        case "jdbc-user" -> properties.setProperty("user", nameAndValue[1]);
        case "jdbc-password" -> properties.setProperty("password", nameAndValue[1]);
        default -> {
          if (nameAndValue[0].startsWith(DRIVERS_OWN)) {
            properties.setProperty(
                nameAndValue[0].substring(DRIVERS_OWN.length()), nameAndValue[1]);
          }
        }
      }
    }
    return properties;
  }
}
