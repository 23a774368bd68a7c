package dev.laurel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reads that the comments of the indexes of statistics name, planned as they come. */
class StatisticsReadsUseTheirIndexTest {
  private static Connection api;

  @BeforeAll
  static void connect() throws Exception {
    api = LoadedDatabase.made("laurel_api");
  }

  @AfterAll
  static void close() throws Exception {
    api.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
      player_achievements where player_id = 'ann' and game_id = 'chess'                               | player_achievements_pkey
      player_achievements where player_id = 'ann' order by unlocked_at desc, game_id desc, achievement_id desc limit 5 | player_achievements_unlocked_at_idx
      player_achievements where game_id = 'go' and achievement_id = 'achievement-1' and unlocked_at >= '2026-02-01' | player_achievements_game_idx
      game_daily_stats where game_id = 'go'                                                    | game_daily_stats_pkey
      game_daily_stats where day = '2026-03-01'                                                       | game_daily_stats_period_idx
      game_monthly_stats where month = '2026-03-01'                                                   | game_monthly_stats_period_idx
      platform_daily_stats where day = '2026-03-01'                                                   | platform_daily_stats_pkey
      achievement_stats where game_id = 'go' and achievement_id = 'achievement-1' and period = 'all-time' | achievement_stats_pkey
      achievement_stats where period = 'daily' and period_start = '2026-03-01'                        | achievement_stats_period_idx
      log_daily_counts where day = '2026-03-01'                                                       | log_daily_counts_pkey
      players where is_excluded                                                                       | players_excluded_idx
      players where first_active_at >= '2026-03-01' and first_active_at < '2026-03-02'                | players_first_active_at_idx
      player_daily_stats where player_id = 'ann' and game_id = 'chess' and day between '2026-03-01' and '2026-03-31' | player_daily_stats_2026_03_pkey
      player_daily_stats where day = '2026-03-01' and game_id = 'go'                                  | player_daily_stats_2026_03_day_game_id_player_id_idx
      player_monthly_stats where player_id = 'ann' and month = '2026-03-01'                           | player_monthly_stats_2026_pkey
      player_monthly_stats where month = '2026-03-01' and game_id = 'game-9'                          | player_monthly_stats_2026_month_game_id_player_id_idx
      """)
  void asTheirCommentSays(String read, String index) throws Exception {
    var plan = Plan.of(api, "select * from laurel." + read);

    assertThat(plan.indexes()).containsExactly(index);
    assertThat(plan.steps()).doesNotContain("Seq Scan");
  }

  @Test
  void aPlayersDaysInAllGamesUseTheKeyOfEveryMonth() throws Exception {
    var plan = Plan.of(api, "select * from laurel.player_daily_stats where player_id = 'ann'");

    assertThat(plan.indexes()).hasSize(14).allMatch(index -> index.endsWith("_pkey"));
    assertThat(plan.steps()).doesNotContain("Seq Scan");
  }

  @Test
  void boardsLeaveOutWhoOnlyPlayedFor() throws Exception {
    Plan.assertReadsOnly(
        api,
        """
        select player_id, neg_score, reached_at from laurel.player_scores
        where game_id = 'chess' and reached_at is not null and not is_excluded
        order by neg_score, reached_at, player_id limit 100 offset 300
        """,
        "player_scores_board_idx");
  }

  @ParameterizedTest
  @CsvSource({
    "player_achievements, 2026-03-20T00:00:00Z",
    "player_daily_stats, 2026-03-20T12:00:00Z",
  })
  void whatChangedSince(String table, String since) throws Exception {
    var plan =
        Plan.of(api, "select * from laurel.%s where updated_at >= '%s'".formatted(table, since));

    assertThat(plan.indexes()).isNotEmpty().allMatch(index -> index.contains("updated_at"));
  }
}
