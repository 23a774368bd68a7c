package dev.laurel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the server would answer a query.
 *
 * @param indexes names of the indexes it reads
 * @param steps the kinds of its steps, as in {@code EXPLAIN}: Index Scan, Sort, …
 */
record Plan(Set<String> indexes, Set<String> steps) {
  static Plan of(Connection connection, String query) throws SQLException {
    var json = String.join("", Sql.rows(connection, "explain (format json) " + query));
    return new Plan(values(connection, json, "Index Name"), values(connection, json, "Node Type"));
  }

  /** The named indexes, all of them and no other, and neither a whole table read nor a sort. */
  static void assertReadsOnly(Connection connection, String query, String... indexes)
      throws SQLException {
    var plan = of(connection, query);

    assertThat(plan.indexes()).as(query).containsExactly(indexes);
    assertThat(plan.steps()).as(query).doesNotContain("Seq Scan", "Sort", "Incremental Sort");
  }

  private static Set<String> values(Connection connection, String json, String field)
      throws SQLException {
    var query =
        "select distinct jsonb_path_query(?::jsonb, 'strict $.**.\"%s\"') #>> '{}'"
            .formatted(field);
    try (var statement = connection.prepareStatement(query)) {
      statement.setString(1, json);
      var values = new TreeSet<String>();
      try (var result = statement.executeQuery()) {
        while (result.next()) {
          values.add(result.getString(1));
        }
      }
      return values;
    }
  }
}
