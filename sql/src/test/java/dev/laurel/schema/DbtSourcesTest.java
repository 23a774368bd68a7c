package dev.laurel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class DbtSourcesTest {
  @Test
  void describeEveryTableAndColumnInTheDatabasesWords() throws Exception {
    try (var owner = SharedDatabase.connect("postgres")) {
      assertThat(Files.readString(DbtSources.FILE))
          .as("written anew by the main method of DbtSources")
          .isEqualTo(DbtSources.yaml(owner));
    }
  }

  @Test
  void nameNothingThatAnalystsMayNotRead() throws Exception {
    assertThat(Files.readString(DbtSources.FILE))
        .contains("- name: score_events", "- name: player_flags", "- name: cohorts")
        .doesNotContain("name: ip_address", "name: user_agent");
  }

  @Test
  void askForTheAgeOfWhatAnalystsCanRead() throws Exception {
    var lines = Files.readAllLines(DbtSources.FILE);

    try (var analyst = LoadedDatabase.demo("laurel_analyst")) {
      var table = "";
      for (int line = 0; line < lines.size(); line++) {
        if (lines.get(line).startsWith("      - name: ")) {
          table = lines.get(line).substring(14);
        }
        if (lines.get(line).contains("loaded_at_field: ")) {
          var field = lines.get(line).substring(lines.get(line).indexOf(": ") + 2);
          var last = lines.get(line + 4);
          var filter =
              last.contains("filter: ") ? last.replaceAll(".*filter: \"(.*)\"", "$1") : "true";
          Sql.rows(
              analyst, "select max(%s) from laurel.%s where %s".formatted(field, table, filter));
        }
      }
    }
  }
}
