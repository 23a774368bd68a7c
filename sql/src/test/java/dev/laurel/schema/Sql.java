package dev.laurel.schema;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Statements as a test reads them: run one, read its rows as text, or expect its refusal. */
final class Sql {
  private Sql() {}

  static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The rows of {@code query}, each as its values joined by {@code |}, null as {@code null}. */
  static List<String> rows(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      var rows = new ArrayList<String>();
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        var row = new StringJoiner("|");
        for (int column = 1; column <= columns; column++) {
          row.add(String.valueOf(result.getString(column)));
        }
        rows.add(row.toString());
      }
      return rows;
    }
  }

  /** What the server says when it refuses {@code sql}; fails if it does not. */
  static ServerErrorMessage refusal(Connection connection, String sql) {
    var refused = catchThrowableOfType(PSQLException.class, () -> run(connection, sql));
    if (refused == null || refused.getServerErrorMessage() == null) {
      throw new AssertionError("not refused by the server: " + sql, refused);
    }
    return refused.getServerErrorMessage();
  }
}
