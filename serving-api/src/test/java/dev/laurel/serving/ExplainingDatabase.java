package dev.laurel.serving;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.laurel.serving.database.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The filled database, as a service reads it, which keeps how it answers each statement. */
public final class ExplainingDatabase extends Database {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Plan> plans = new ArrayList<>();

  /** Over one connection. */
  public ExplainingDatabase() {
    super(FilledDatabase.url(), "laurel_api", "", 1, new Properties());
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
    super.query("explain (format json) " + sql, parameters, line -> line.getString(1))
        .forEach(json -> plans.add(Plan.of(json)));
    return super.query(sql, parameters, row);
  }

  /** How the only statement so far was answered. */
  public Plan plan() {
    if (plans.size() != 1) {
      throw new AssertionError("expected one statement, but there were " + plans.size());
    }
    return plans.getFirst();
  }
}
