package dev.laurel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reads of live tops and of final standings, planned as those of players and scores are. */
class BoardReadsUseTheirIndexTest {
  private static Connection api;

  @BeforeAll
  static void connect() throws Exception {
    api = LoadedDatabase.sample("laurel_api");
  }

  @AfterAll
  static void close() throws Exception {
    api.close();
  }

  @Test
  void topOfABoard() throws Exception {
    Plan.assertReadsOnly(
        api,
        """
        select * from laurel.leaderboard_tops
        where (scope, game_id, region, period, period_start) = ('game', 'name-8', '*', 'all-time', '1970-01-01')
        """,
        "leaderboard_tops_pkey");
  }

  @Test
  void topsOfTheOpenPeriods() throws Exception {
    var plan =
        Plan.of(
            api,
            """
            select * from laurel.leaderboard_tops
            where period = 'all-time'
              or period = 'daily' and period_start >= date '2026-03-01'
              or period = 'weekly' and period_start >= date '2026-02-23'
              or period = 'monthly' and period_start >= date '2026-03-01'
            """);

    assertThat(plan.indexes()).containsExactly("leaderboard_tops_period_idx");
    assertThat(plan.steps()).doesNotContain("Seq Scan");
  }

  @Test
  void standingOfAClosedBoard() throws Exception {
    Plan.assertReadsOnly(
        api,
        """
        select * from laurel.leaderboard_finals
        where (scope, game_id, region, period, period_start) = ('game', 'name-8', '*', 'daily', '2026-02-01')
        """,
        "leaderboard_finals_pkey");
    Plan.assertReadsOnly(
        api,
        """
        select * from laurel.leaderboard_final_entries
        where (scope, game_id, board_region, period, period_start) = ('game', 'name-8', '*', 'daily', '2026-02-01')
        """,
        "leaderboard_finals_pkey",
        "players_pkey");
  }

  @Test
  void daysAndWeeksThatAreNoLongerKept() throws Exception {
    var plan =
        Plan.of(
            api,
            """
            select ctid from laurel.leaderboard_finals
            where period in ('daily', 'weekly') and period_start < date '2025-02-01'
            """);

    assertThat(plan.indexes()).containsExactly("leaderboard_finals_forget_idx");
    assertThat(plan.steps()).doesNotContain("Seq Scan");
  }
}
