package dev.laurel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README tells people is so. */
class ReadmeTest {
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "```sql\\n((?:(?!```).)*)```\\n+Comes back: (.*?)(?:\\n\\n|\\Z)", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("`([a-z_]+)`(?! included)");

  @Test
  void itsQueriesRunForAnalystsAndGiveTheColumnsItNames() throws Exception {
    var examples = EXAMPLE.matcher(readme()).results().toList();

    assertThat(examples).hasSize(3);
    for (MatchResult example : examples) {
      var promised = NAME.matcher(example.group(2)).results().map(name -> name.group(1)).toList();
      assertThat(columns(example.group(1))).isEqualTo(promised);
    }
  }

  @Test
  void itsAnswersAreWhatItsQueriesReturn() throws Exception {
    var questions = Question.all();

    assertThat(questions).hasSizeGreaterThanOrEqualTo(20);
    try (var analyst = LoadedDatabase.demo("laurel_analyst")) {
      Sql.run(analyst, "set timezone = 'UTC'");
      for (var question : questions) {
        assertThat(question.ask(analyst)).as(question.title()).isEqualTo(question.answer());
      }
    }
  }

  @Test
  void itListsEveryTableAndView() throws Exception {
    var readme = readme();

    try (var owner = SharedDatabase.connect("postgres")) {
      assertThat(
              Sql.rows(
                  owner,
                  """
                  select '`' || relname || '`' from pg_class
                  where relnamespace in ('laurel'::regnamespace, 'analytics'::regnamespace) and relkind in ('r', 'p', 'v') and not relispartition
                    and relname <> 'flyway_schema_history'
                  """))
          .allSatisfy(
              name ->
                  assertThat(readme.lines().filter(line -> line.startsWith("|")))
                      .anyMatch(line -> line.contains(name)));
    }
  }

  private static String readme() throws Exception {
    return Files.readString(Path.of("README.md"));
  }

  private static List<String> columns(String query) throws SQLException {
    try (var analyst = SharedDatabase.connect("laurel_analyst");
        var statement = analyst.createStatement();
        var result = statement.executeQuery(query)) {
      var columns = new ArrayList<String>();
      for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
        columns.add(result.getMetaData().getColumnLabel(column));
      }
      return columns;
    }
  }
}
