package dev.laurel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of states of the tables that boards are read from. */
class StandingsVersionsTest {
  private static final long THREE_OF_THEM = 1L << 53;

  private static final String CLOCK =
      "select (extract(epoch from clock_timestamp()) * 1000000)::bigint";

  private RankedBoard board;

  @BeforeEach
  void start() throws Exception {
    board = RankedBoard.start();
  }

  @AfterEach
  void stop() throws Exception {
    board.close();
  }

  @Test
  void nameEveryTransactionInTheOrderOfTheirCommits() throws Exception {
    String version = "select version from laurel.standings_versions where table_name = 'players'";
    long before = Long.parseLong(board.rows(version).getFirst());
    try (Connection job = board.connect("laurel_job")) {
      job.setAutoCommit(false);
      Sql.run(job, RankedBoard.BATCH.formatted(1, 10, 1));

      assertThat(board.rows(version)).containsExactly(Long.toString(before));
      job.commit();
      assertThat(Long.parseLong(board.rows(version).getFirst())).isGreaterThan(before);
    }
  }

  @Test
  void areTimesFromTheFirstOn() throws Exception {
    assertThat(board.rows("select version from laurel.standings_versions"))
        .hasSize(5)
        .allSatisfy(
            version ->
                assertThat(Long.parseLong(version))
                    .isBetween(1_790_000_000_000_000L, THREE_OF_THEM / 3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "players: insert into laurel.players (player_id, first_seen_at, last_seen_at, version) values ('a', now(), now(), 1)",
        "players: truncate laurel.players",
        "player_regions: insert into laurel.player_regions (player_id, day, region, version) values ('a', '2026-01-01', 'DE', 1)",
      })
  void areTheTimeOfTheWriteOrOneMoreThanBefore(String write) throws Exception {
    String table = write.substring(0, write.indexOf(':'));
    String sql = write.substring(write.indexOf(':') + 1);
    long before = number(CLOCK);

    board.run(sql);

    assertThat(version(table)).isBetween(before, number(CLOCK));
    long ahead = before + 1_000_000_000_000L;
    board.run("update laurel.standings_versions set version = " + ahead);
    board.run(sql.replace("'a'", "'b'"));
    assertThat(version(table)).isEqualTo(ahead + 1);
  }

  private long version(String table) throws SQLException {
    return number(
        "select version from laurel.standings_versions where table_name = '%s'".formatted(table));
  }

  private long number(String query) throws SQLException {
    List<String> rows = board.rows(query);
    return Long.parseLong(rows.getFirst());
  }
}
