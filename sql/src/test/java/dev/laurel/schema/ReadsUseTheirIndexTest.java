package dev.laurel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reads that happen all the time, planned by an untouched planner over a filled database. */
class ReadsUseTheirIndexTest {
  private static Connection api;

  @BeforeAll
  static void connect() throws Exception {
    api = LoadedDatabase.sample("laurel_api");
  }

  @AfterAll
  static void close() throws Exception {
    api.close();
  }

  @ParameterizedTest
  @CsvSource({"10, 0", "100, 1000", "100, 20000", "100, 90000"})
  void pageOfTheGlobalBoard(int limit, int offset) throws Exception {
    var page =
        """
        select player_id, neg_score, reached_at from laurel.players
        where reached_at is not null and not is_excluded
        order by neg_score, reached_at, player_id limit %d offset %d
        """
            .formatted(limit, offset);

    Plan.assertReadsOnly(api, page, "players_board_idx");
    Plan.assertReadsOnly(
        api,
        "select * from (" + page + ") as page join laurel.players using (player_id)",
        "players_board_idx",
        "players_pkey");
  }

  @ParameterizedTest
  @CsvSource({"10, 0", "100, 1000", "100, 20000", "100, 40000"})
  void pageOfAGamesBoard(int limit, int offset) throws Exception {
    var page =
        """
        select player_id, neg_score, reached_at from laurel.player_scores
        where game_id = 'chess' and reached_at is not null and not is_excluded
        order by neg_score, reached_at, player_id limit %d offset %d
        """
            .formatted(limit, offset);

    Plan.assertReadsOnly(api, page, "player_scores_board_idx");
    Plan.assertReadsOnly(
        api,
        "select * from (" + page + ") as page left join laurel.players using (player_id)",
        "player_scores_board_idx",
        "players_pkey");
  }

  @ParameterizedTest
  @CsvSource({
    "players, '', players_board_idx",
    "players, ' and region = ''EU''', players_region_board_idx",
    "player_scores, ' and game_id = ''chess''', player_scores_board_idx",
    "player_scores, ' and game_id = ''chess'' and region = ''EU''', player_scores_region_board_idx"
  })
  void nextPlacesOfAnyBoard(String table, String of, String index) throws Exception {
    Plan.assertReadsOnly(
        api,
        """
        select neg_score, reached_at, player_id from laurel.%s
        where reached_at is not null and not is_excluded%s
          and (neg_score, reached_at, player_id) >= (-100, '2026-03-01T10:00:00Z', 'player-7')
        order by neg_score, reached_at, player_id limit 100
        """
            .formatted(table, of),
        index);
  }

  @Test
  void onePlayerAndTheirScores() throws Exception {
    Plan.assertReadsOnly(
        api, "select * from laurel.players where player_id = 'player-77'", "players_pkey");
    Plan.assertReadsOnly(
        api,
        "select * from laurel.player_scores where player_id = 'player-77'",
        "player_scores_pkey");
    Plan.assertReadsOnly(
        api,
        "select * from laurel.player_scores where (player_id, game_id) = ('player-77', 'go')",
        "player_scores_pkey");
  }

  @ParameterizedTest
  @CsvSource({"50, 0", "200, 10"})
  void historyOfAPlayerNewestFirst(int limit, int offset) throws Exception {
    Plan.assertReadsOnly(
        api,
        """
        select * from laurel.score_events where player_id = 'player-77'
        order by occurred_at desc, log_partition desc, log_offset desc limit %d offset %d
        """
            .formatted(limit, offset),
        "score_events_2026_01_pkey",
        "score_events_2026_02_pkey",
        "score_events_2026_03_pkey");
  }

  @Test
  void flagsOfAPlayerAndOfAllNewestFirst() throws Exception {
    Plan.assertReadsOnly(
        api,
        "select * from laurel.player_flags where player_id = 'player-7' order by started_at desc limit 50",
        "player_flags_pkey");
    Plan.assertReadsOnly(
        api,
        "select * from laurel.player_flags order by started_at desc, player_id desc limit 50",
        "player_flags_started_at_idx");
  }

  @Test
  void catalogInForce() throws Exception {
    Plan.assertReadsOnly(api, "select * from laurel.games", "catalog_history_in_force_idx");
    Plan.assertReadsOnly(
        api, "select * from laurel.games where game_id = 'name-8'", "catalog_history_in_force_idx");
    Plan.assertReadsOnly(
        api,
        "select * from laurel.achievements where game_id = 'name-8'",
        "catalog_history_in_force_idx");
    Plan.assertReadsOnly(api, "select * from laurel.action_types", "catalog_history_in_force_idx");
    Plan.assertReadsOnly(
        api,
        "select * from laurel.action_types where action_type = 'name-9'",
        "catalog_history_in_force_idx");
  }

  @ParameterizedTest
  @CsvSource({
    "players,            2026-03-31T23:00:00Z",
    "player_scores,      2026-03-31T23:00:00Z",
    "leaderboard_tops,   2026-03-01T16:00:00Z",
    "leaderboard_finals, 2026-02-28T16:00:00Z",
    "player_flags,       2026-03-14T00:00:00Z",
    "catalog_history,    2026-02-09T07:00:00Z",
  })
  void whatChangedSince(String table, String since) throws Exception {
    var plan =
        Plan.of(api, "select * from laurel.%s where updated_at >= '%s'".formatted(table, since));

    assertThat(plan.indexes()).containsExactly(table + "_updated_at_idx");
    assertThat(plan.steps()).doesNotContain("Seq Scan");
  }

  @Test
  void aReadWithoutAnIndexIsSeen() throws Exception {
    var plan = Plan.of(api, "select * from laurel.players where username = 'Ann' order by score");

    assertThat(plan.indexes()).isEmpty();
    assertThat(plan.steps()).contains("Seq Scan", "Sort");
  }
}
