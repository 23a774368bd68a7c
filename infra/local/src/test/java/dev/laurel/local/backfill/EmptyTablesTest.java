package dev.laurel.local.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.schema.LaurelDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class EmptyTablesTest {

  @Test
  void filesAreRefusedWhereThereArePlayers() throws Exception {
    try (LaurelDatabase database = LaurelDatabase.start()) {
      String url = database.url();
      assertThatNoException().isThrownBy(() -> EmptyTables.expect(url, List.of("top-size=9")));
      try (var owner = database.connect("postgres");
          var statement = owner.createStatement()) {
        statement.execute(
            "insert into laurel.players (player_id, first_seen_at, last_seen_at, version)"
                + " values ('ada', now(), now(), 1), ('bob', now(), now(), 1)");
      }

      assertThatThrownBy(() -> EmptyTables.expect(url, List.of("jdbc-user=laurel_api")))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("laurel.players holds rows, expected none");
      assertThat(told("--bootstrap-servers", "nowhere:1", "--jdbc-url", url, "events.jsonl"))
          .contains("laurel.players holds rows, expected none");
    }
  }

  /** A job need not write the table of players. */
  @Test
  void filesAreRefusedWhereAJobOfFewerTablesHasWritten() throws Exception {
    try (LaurelDatabase database = LaurelDatabase.start();
        var owner = database.connect("postgres");
        var statement = owner.createStatement()) {
      statement.execute(
          "insert into laurel.leaderboard_tops (scope, game_id, region, period, period_start, version, published_at, total, entries)"
              + " values ('global', 'global', '*', 'all-time', '1970-01-01', 1, now(), 0, '[]')");

      assertThatThrownBy(() -> EmptyTables.expect(database.url(), List.of()))
          .hasMessageContaining("laurel.leaderboard_tops holds rows, expected none");
    }
  }

  @Test
  void aDatabaseThatCannotBeAskedIsNamed() {
    assertThatThrownBy(() -> EmptyTables.expect("jdbc:postgresql://localhost:1/x", List.of()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("localhost:1");
  }

  private static String told(String... arguments) {
    StringWriter told = new StringWriter();
    int code =
        new CommandLine(new BackfillCommand()).setErr(new PrintWriter(told)).execute(arguments);
    assertThat(code).isNotZero();
    return told.toString();
  }
}
