package dev.laurel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The standings of closed boards: which revisions stay, and how they read a row an entry. */
class LeaderboardFinalsTest {
  private static final String KEPT =
      "select edition, revision, version, total from laurel.leaderboard_finals order by edition";
  private static final String ENTRIES =
      """
      select scope, game_id, board_region, period, period_start, rank, player_id, username, region, score,
        to_char(reached_at, 'HH24:MI:SS.MS'), revision, version
      from laurel.leaderboard_final_entries order by rank
      """;

  private Connection owner;

  @BeforeEach
  void begin() throws SQLException {
    owner = SharedDatabase.begin("postgres");
    Sql.run(owner, "set local timezone = 'UTC'");
    Sql.run(owner, "set local role laurel_job");
  }

  @AfterEach
  void rollBack() throws SQLException {
    owner.rollback();
    owner.close();
  }

  @Test
  void keepTheFirstRevisionAndTheNewestWhateverTheOrder() throws Exception {
    for (List<Integer> order : List.of(List.of(1, 2, 3), List.of(3, 2, 1), List.of(2, 1, 3, 2))) {
      var clean = owner.setSavepoint();
      for (int revision : order) {
        write(revision, revision * 10L, revision);
      }
      assertThat(Sql.rows(owner, KEPT))
          .as("%s", order)
          .containsExactly("first|1|10|1", "latest|3|30|3");
      owner.rollback(clean);
    }
  }

  @Test
  void takeAFirstRevisionAgainOnlyFromANewerWriter() throws Exception {
    write(1, 10, 1);

    assertThat(write(1, 9, 5)).isZero();
    assertThat(write(1, 11, 2)).isEqualTo(1);

    assertThat(Sql.rows(owner, KEPT)).containsExactly("first|1|11|2");
  }

  @Test
  void readARowAnEntryOfTheNewestRevisionWithTheNameOfToday() throws Exception {
    Sql.run(owner, SampleRow.of("players").insert());
    Sql.run(owner, standing(1, 10, 1, entry(1, "old", 1, "null")));
    Sql.run(
        owner,
        standing(
            2,
            20,
            2,
            entry(1, "ann", 5_000_000_000L, "\"NA\"") + "," + entry(2, "bob", -5, "null")));
    Sql.run(owner, "set local role laurel_analyst");

    assertThat(Sql.rows(owner, ENTRIES))
        .containsExactly(
            "game|chess|*|weekly|2026-03-02|1|ann|Ann|NA|5000000000|10:00:00.123|2|20",
            "game|chess|*|weekly|2026-03-02|2|bob|null|null|-5|10:00:00.123|2|20");
  }

  @Test
  void readTheFirstRevisionWhereThereIsNoOther() throws Exception {
    Sql.run(owner, standing(1, 10, 1, entry(1, "ann", 1, "null")));

    Sql.run(owner, "set local role laurel_analyst");

    assertThat(Sql.rows(owner, ENTRIES))
        .containsExactly("game|chess|*|weekly|2026-03-02|1|ann|null|null|1|10:00:00.123|1|10");
  }

  private int write(int revision, long version, int total) throws SQLException {
    try (var statement =
        owner.prepareStatement(
            standing(revision, version, total, "")
                + """
                 on conflict (scope, game_id, region, period, period_start, edition) do update set
                  revision = excluded.revision, version = excluded.version, total = excluded.total
                where excluded.version >= leaderboard_finals.version
                """)) {
      return statement.executeUpdate();
    }
  }

  private static String standing(int revision, long version, int total, String entries) {
    return SampleRow.of("leaderboard_finals")
        .with("edition", revision == 1 ? "'first'" : "'latest'")
        .with("revision", String.valueOf(revision))
        .with("version", String.valueOf(version))
        .with("total", String.valueOf(total))
        .with("entries", "'[" + entries + "]'")
        .insert();
  }

  private static String entry(int rank, String player, long score, String region) {
    return "{\"rank\":%d,\"playerId\":\"%s\",\"score\":%d,\"reachedAt\":\"2026-03-04T10:00:00.123Z\",\"region\":%s}"
        .formatted(rank, player, score, region);
  }
}
