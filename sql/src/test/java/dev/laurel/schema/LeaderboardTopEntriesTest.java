package dev.laurel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeaderboardTopEntriesTest {
  private Connection owner;

  @BeforeEach
  void begin() throws SQLException {
    owner = SharedDatabase.begin("postgres");
  }

  @AfterEach
  void rollBack() throws SQLException {
    owner.rollback();
    owner.close();
  }

  @Test
  void giveARowAnEntry() throws Exception {
    Sql.run(
        owner,
        SampleRow.of("leaderboard_tops")
            .with("version", "7")
            .with("total", "3")
            .with(
                "entries",
                """
                '[
                  {"rank": 1, "playerId": "bob", "score": 5000000000, "reachedAt": "2026-03-01T10:00:00.123Z",
                   "username": "Bob", "region": "EU"},
                  {"rank": 2, "playerId": "ann", "score": -5, "reachedAt": "2026-03-01T11:00:00Z",
                   "username": null, "region": null}
                ]'
                """)
            .insert());
    Sql.run(owner, SampleRow.of("leaderboard_tops").with("game_id", "'empty'").insert());
    Sql.run(owner, "set local role laurel_analyst");
    Sql.run(owner, "set local timezone = 'UTC'");

    assertThat(
            Sql.rows(
                owner,
                """
                select scope, game_id, board_region, period, period_start, rank, player_id, username, region, score,
                  to_char(reached_at, 'HH24:MI:SS.MS'), version
                from laurel.leaderboard_top_entries order by game_id, rank
                """))
        .containsExactly(
            "game|chess|*|all-time|1970-01-01|1|bob|Bob|EU|5000000000|10:00:00.123|7",
            "game|chess|*|all-time|1970-01-01|2|ann|null|null|-5|11:00:00.000|7");
  }
}
