package dev.laurel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Writes may come twice, late, or from a writer that was thought dead: the newest version stays.
 */
class GuardedUpsertTest {
  private static final String SEEN = "2026-03-01T10:00:00Z";

  private Connection job;

  @BeforeEach
  void begin() throws SQLException {
    job = SharedDatabase.begin("laurel_job");
  }

  @AfterEach
  void rollBack() throws SQLException {
    job.rollback();
    job.close();
  }

  @Test
  void writesManyPlayersAtOnce() throws Exception {
    assertThat(write(new Player("ann", 100, 1), new Player("bob", 200, 3))).isEqualTo(2);

    assertThat(players()).containsExactly("ann|100|1", "bob|200|3");
  }

  @Test
  void keepsTheNewestVersion() throws Exception {
    write(new Player("ann", 300, 3), new Player("bob", 200, 2));

    assertThat(write(new Player("ann", 100, 1), new Player("bob", 400, 4))).isEqualTo(1);

    assertThat(players()).containsExactly("ann|300|3", "bob|400|4");
  }

  @Test
  void takesTheSameVersionAgain() throws Exception {
    write(new Player("ann", 300, 3));

    assertThat(write(new Player("ann", 300, 3))).isEqualTo(1);

    assertThat(players()).containsExactly("ann|300|3");
  }

  @Test
  void leavesTheSameRowsWhateverTheOrder() throws Exception {
    var first = new Player("ann", 100, 1);
    var second = new Player("ann", 200, 2);
    var third = new Player("ann", 150, 3);
    var orders =
        List.of(
            List.of(first, second, third),
            List.of(third, second, first),
            List.of(second, third, first, second),
            List.of(first, third, third, second));
    for (var order : orders) {
      var clean = job.setSavepoint();
      for (var player : order) {
        write(player);
      }
      assertThat(players()).as("%s", order).containsExactly("ann|150|3");
      job.rollback(clean);
    }
  }

  @Test
  void storesAnEventOnce() throws Exception {
    Sql.run(job, "select laurel.prepare_score_events('2026-03-01')");
    var insert = SampleRow.of("score_events").insert() + " on conflict do nothing";

    Sql.run(job, insert);
    Sql.run(job, insert);

    assertThat(Sql.rows(job, "select count(*) from laurel.score_events")).containsExactly("1");
  }

  private List<String> players() throws SQLException {
    return Sql.rows(job, "select player_id, score, version from laurel.players order by player_id");
  }

  private int write(Player... players) throws SQLException {
    try (var statement =
        job.prepareStatement(
            """
            insert into laurel.players as t
              (player_id, score, reached_at, first_seen_at, last_seen_at, version, updated_at)
            select player_id, score, ?::timestamptz, ?::timestamptz, ?::timestamptz, version, now()
            from unnest(?::text[], ?::bigint[], ?::bigint[]) as n (player_id, score, version)
            on conflict (player_id) do update set
              score = excluded.score, version = excluded.version, updated_at = excluded.updated_at
            where excluded.version >= t.version
            """)) {
      statement.setString(1, SEEN);
      statement.setString(2, SEEN);
      statement.setString(3, SEEN);
      statement.setArray(4, array("text", List.of(players).stream().map(Player::id).toArray()));
      statement.setArray(
          5, array("bigint", List.of(players).stream().map(Player::score).toArray()));
      statement.setArray(
          6, array("bigint", List.of(players).stream().map(Player::version).toArray()));
      return statement.executeUpdate();
    }
  }

  private Array array(String type, Object[] values) throws SQLException {
    return job.createArrayOf(type, values);
  }

  private record Player(String id, long score, long version) {}
}
