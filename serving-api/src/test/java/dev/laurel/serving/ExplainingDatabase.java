package dev.laurel.serving;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.laurel.serving.database.Database;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The filled database, as a service reads it, which keeps how it answers each statement. */
public final class ExplainingDatabase extends Database {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Plan> plans = new ArrayList<>();
  private final Planning planning;

  /** Over one connection. */
  public ExplainingDatabase(Planning planning) {
    super(FilledDatabase.url(), "laurel_api", "", 1, planning, new Properties());
    this.planning = planning;
  }

  /**
   * How one statement is answered, by an untouched planner.
   *
   * @param indexes names of the indexes it reads, without the months and years of partitions
   * @param steps the kinds of its steps, as in {@code EXPLAIN}: Index Scan, Sort, …
   */
  public record Plan(Set<String> indexes, Set<String> steps) {

    private static Plan of(String json) {
      try {
        JsonNode plan = JSON.readTree(json);
        Set<String> indexes = new TreeSet<>();
        plan.findValuesAsText("Index Name").forEach(name -> indexes.add(withoutPeriod(name)));
        return new Plan(indexes, new TreeSet<>(plan.findValuesAsText("Node Type")));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("not a plan: " + json, e);
      }
    }

    private static String withoutPeriod(String index) {
      return index.replaceFirst("_(\\d{4}_\\d{2}|\\d{4})_", "_");
    }
  }

  @Override
  public <T> List<T> query(String sql, Parameters parameters, Row<T> row) {
    explain(sql, parameters).forEach(json -> plans.add(Plan.of(json)));
    return super.query(sql, parameters, row);
  }

  private List<String> explain(String sql, Parameters parameters) {
    return planning == Planning.EACH
        ? super.query("explain (format json) " + sql, parameters, line -> line.getString(1))
        : List.of(explainForAnyParameters(sql, planning.settings()));
  }

  /** Only the simple protocol takes a statement with parameters and none of their values. */
  private static String explainForAnyParameters(String sql, String settings) {
    String numbered = sql;
    for (int number = 1; numbered.contains("?"); number++) {
      numbered = numbered.replaceFirst("\\?", "\\$" + number);
    }
    try (var connection =
            DriverManager.getConnection(
                FilledDatabase.url() + "?user=laurel_api&preferQueryMode=simple");
        var statement = connection.createStatement()) {
      statement.execute(settings);
      try (var plan = statement.executeQuery("explain (generic_plan, format json) " + numbered)) {
        plan.next();
        return plan.getString(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot be explained: " + numbered, e);
    }
  }

  /** How the only statement so far was answered. */
  public Plan plan() {
    if (plans.size() != 1) {
      throw new AssertionError("expected one statement, but there were " + plans.size());
    }
    return plans.getFirst();
  }
}
