package dev.laurel.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A question of the README with its query and its answer, both as they stand there.
 *
 * @param answer a table in Markdown: a line of column names, a ruler, a line a row
 */
record Question(String title, String query, String answer) {
  private static final Pattern SECTION = Pattern.compile("(?m)^### ");
  private static final Pattern BODY =
      Pattern.compile(
          "\\A(.*?)\\n.*?```sql\\n(.*?);\\n```\\n\\n((?:\\|[^\\n]*\\n)+)", Pattern.DOTALL);

  static List<Question> all() throws IOException {
    var questions = new ArrayList<Question>();
    for (var section : SECTION.splitAsStream(Files.readString(Path.of("README.md"))).toList()) {
      var body = BODY.matcher(section);
      if (body.find()) {
        questions.add(new Question(body.group(1), body.group(2), body.group(3)));
      }
    }
    return questions;
  }

  /** What the query returns, written as the answer is. */
  String ask(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      var names = result.getMetaData();
      var header = new ArrayList<String>();
      for (int column = 1; column <= names.getColumnCount(); column++) {
        header.add(names.getColumnLabel(column));
      }
      var table =
          new StringBuilder(line(header)).append("|").append(" --- |".repeat(header.size()));
      table.append('\n');
      while (result.next()) {
        var row = new ArrayList<String>();
        for (int column = 1; column <= header.size(); column++) {
          row.add(Objects.requireNonNullElse(result.getString(column), ""));
        }
        table.append(line(row));
      }
      return table.toString();
    }
  }

  @Override
  public String toString() {
    return title;
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }
}
