package dev.laurel.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What a query cost when it ran.
 *
 * @param rowsRead rows that its scans of tables looked at, those they then left out included
 * @param milliseconds planning and execution by the clock of the server
 * @param readWhole tables that it read from end to end
 */
record Work(long rowsRead, long milliseconds, List<String> readWhole) {
  static Work of(Connection connection, String query) throws SQLException {
    var json =
        String.join(
            "", Sql.rows(connection, "explain (analyze, timing off, format json) " + query));
    try (var statement =
        connection.prepareStatement(
            """
            with scan as (
              select jsonb_path_query(?::jsonb, 'strict $.** ? (exists (@."Relation Name"))') as node)
            select
              round(coalesce(sum((node -> 'Actual Loops')::numeric * ((node -> 'Actual Rows')::numeric
                + coalesce((node -> 'Rows Removed by Filter')::numeric, 0)
                + coalesce((node -> 'Rows Removed by Index Recheck')::numeric, 0))), 0)),
              coalesce(
                array_agg(distinct node ->> 'Relation Name') filter (where node ->> 'Node Type' = 'Seq Scan'), '{}'),
              (select round(((?::jsonb -> 0 ->> 'Planning Time')::numeric) + (?::jsonb -> 0 ->> 'Execution Time')::numeric))
            from scan
            """)) {
      for (int parameter = 1; parameter <= 3; parameter++) {
        statement.setString(parameter, json);
      }
      try (var result = statement.executeQuery()) {
        result.next();
        return new Work(
            result.getLong(1),
            result.getLong(3),
            List.of((String[]) result.getArray(2).getArray()));
      }
    }
  }
}
