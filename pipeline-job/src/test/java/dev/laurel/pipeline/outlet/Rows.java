package dev.laurel.pipeline.outlet;

import dev.laurel.schema.LaurelDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows as PostgreSQL writes them as text, in UTC. */
final class Rows {
  private Rows() {}

  static List<Map<String, String>> of(LaurelDatabase server, String sql) throws SQLException {
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("set timezone = 'UTC'");
      try (ResultSet result = statement.executeQuery(sql)) {
        List<Map<String, String>> rows = new ArrayList<>();
        while (result.next()) {
          Map<String, String> row = new LinkedHashMap<>();
          for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            row.put(result.getMetaData().getColumnLabel(i), result.getString(i));
          }
          rows.add(row);
        }
        return rows;
      }
    }
  }

  static void run(LaurelDatabase server, String sql) throws SQLException {
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static long count(LaurelDatabase server, String sql) throws SQLException {
    return Long.parseLong(of(server, "select count(*) as n " + sql).get(0).get("n"));
  }
}
