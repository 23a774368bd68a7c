package dev.laurel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The dashboard for analysts, as far as it can be tested without Grafana: its SQL. */
class DashboardTest {
  private static final Path FILE = Path.of("../infra/grafana/dashboards/analysts.json");

  static List<String> queries() throws Exception {
    return find("$.panels[*].targets[*].rawSql");
  }

  @ParameterizedTest
  @MethodSource("queries")
  void everyPanelsQueryRunsForAnalysts(String query) throws Exception {
    var written = withoutMacros(query);

    assertThat(written).doesNotContain("$");
    try (var analyst = LoadedDatabase.demo("laurel_analyst")) {
      var rows = Sql.rows(analyst, written);
      if (query.contains("analytics.reconciliation")) {
        assertThat(rows).isEmpty();
      } else {
        assertThat(rows).isNotEmpty();
      }
    }
  }

  @Test
  void theGamesToChooseFromAreThoseOfTheCatalog() throws Exception {
    try (var analyst = LoadedDatabase.demo("laurel_analyst")) {
      for (var query : find("$.templating.list[*] ? (@.type == \"query\").query")) {
        assertThat(Sql.rows(analyst, query)).containsExactly("chess", "go");
      }
    }
  }

  @Test
  void everyPanelAsksTheDatabaseThatIsChosen() throws Exception {
    assertThat(queries()).hasSizeGreaterThan(15);
    assertThat(find("$.panels[*] ? (@.type != \"row\").datasource.uid"))
        .hasSameSizeAs(queries())
        .containsOnly("${database}");
    assertThat(find("$.panels[*].targets[*].datasource.uid")).containsOnly("${database}");
    assertThat(find("$.templating.list[*] ? (@.type == \"datasource\").name"))
        .containsExactly("database");
    assertThat(find("$.panels[*].id")).doesNotHaveDuplicates();
    assertThat(find("$.timezone")).containsExactly("utc");
  }

  /** As Grafana's PostgreSQL data source writes them out. */
  private static String withoutMacros(String query) {
    return query
        .replaceAll(
            "\\$__timeFilter\\((\\w+)\\)",
            "$1 BETWEEN '2026-02-01T00:00:00Z' AND '2026-03-20T12:00:00Z'")
        .replace("$__timeTo()", "'2026-03-20T12:00:00Z'")
        .replace("${game:sqlstring}", "'chess'");
  }

  private static List<String> find(String path) throws IOException, SQLException {
    try (var owner = SharedDatabase.connect("postgres");
        var statement =
            owner.prepareStatement(
                "select array_agg(found #>> '{}') from jsonb_path_query(?::jsonb, ?::jsonpath) as found")) {
      statement.setString(1, Files.readString(FILE));
      statement.setString(2, path);
      try (var result = statement.executeQuery()) {
        result.next();
        return List.of((String[]) result.getArray(1).getArray());
      }
    }
  }
}
