package dev.laurel.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class LaurelDatabaseTest {
  @Test
  void keepsItsUrlAndItsRowsWhenStoppedAndStartedAgain() throws Exception {
    try (var database = LaurelDatabase.start()) {
      String url = database.url();
      try (var job = database.connect("laurel_job");
          var statement = job.createStatement()) {
        statement.execute(
            "insert into laurel.players (player_id, first_seen_at, last_seen_at, version) values ('ann', now(), now(), 1)");
      }

      database.stop();
      assertThatThrownBy(() -> database.connect("laurel_job")).isInstanceOf(SQLException.class);
      database.startAgain();

      assertThat(database.url()).isEqualTo(url);
      try (var api = database.connect("laurel_api");
          var statement = api.createStatement();
          var rows = statement.executeQuery("select player_id from laurel.players")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).isEqualTo("ann");
      }
    }
  }
}
