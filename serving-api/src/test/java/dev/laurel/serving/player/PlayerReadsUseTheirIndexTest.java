package dev.laurel.serving.player;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.serving.ExplainingDatabase;
import dev.laurel.serving.ExplainingDatabase.Plan;
import dev.laurel.serving.MovableClock;
import dev.laurel.serving.database.Database;
import dev.laurel.serving.web.PageOfList;
import io.helidon.common.uri.UriQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each call is one statement, and none of them reads a whole table, nor other players' rows. */
class PlayerReadsUseTheirIndexTest {

  private static final MovableClock CLOCK = new MovableClock("2026-03-01T12:00:00Z");

  private final ExplainingDatabase database = new ExplainingDatabase(Database.Planning.EACH);

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @CsvSource({
    "heavy, 7, 30",
    "heavy, 400, 30",
    "heavy, 400, 400",
    "player-7, 7, 30",
    "player-7, 400, 30"
  })
  void dashboard(String player, int days, int limit) {
    Dashboard dashboard =
        new Dashboards(database, CLOCK).find(player, new Timeframe(days), limit).orElseThrow();

    assertThat(dashboard.gamesOwned()).isPositive();
    assertReadsOnly(
        "catalog_history_in_force_idx",
        "player_achievements_pkey",
        "player_achievements_unlocked_at_idx",
        "player_daily_stats_pkey",
        "player_scores_pkey",
        "players_pkey");
  }

  /** A few days of a small month may as well be found in the index that begins with the day. */
  @ParameterizedTest
  @CsvSource({
    "heavy, limit=50",
    "heavy, limit=400&from=2026-02-01",
    "heavy, from=2026-02-10&to=2026-02-10&limit=1",
    "heavy, gameId=game-1",
    "player-7, limit=1&offset=3",
    "player-7, gameId=game-1&from=2025-12-01",
  })
  void statisticsByDay(String player, String query) {
    statistics(player, query);

    Plan plan = database.plan();
    assertThat(plan.steps()).doesNotContain("Seq Scan");
    assertThat(plan.indexes())
        .contains("catalog_history_in_force_idx", "player_achievements_pkey", "players_pkey")
        .isSubsetOf(
            "catalog_history_in_force_idx",
            "player_achievements_pkey",
            "player_daily_stats_day_game_id_player_id_idx",
            "player_daily_stats_pkey",
            "player_scores_pkey",
            "players_pkey");
  }

  @ParameterizedTest
  @CsvSource({"heavy", "player-7"})
  void statisticsByMonth(String player) {
    statistics(player, "granularity=monthly");

    assertReadsOnly(
        "catalog_history_in_force_idx",
        "player_achievements_pkey",
        "player_monthly_stats_pkey",
        "player_scores_pkey",
        "players_pkey");
  }

  @ParameterizedTest
  @CsvSource({
    "heavy, ''",
    "heavy, page=12",
    "heavy, sort=unlocked_at:asc&limit=100",
    "heavy, sort=points:desc",
    "heavy, sort=name:asc",
    "heavy, category=category-1",
    "heavy, gameId=game-1",
    "player-7, sort=points:asc",
    "player-7, category=category-1",
  })
  void achievements(String player, String query) {
    assertThat(
            new UnlockedAchievements(database)
                .page(player, AskedUnlocks.of(UriQuery.create(query))))
        .isPresent();

    Plan plan = database.plan();
    assertThat(plan.steps()).doesNotContain("Seq Scan");
    assertThat(plan.indexes())
        .contains("catalog_history_in_force_idx", "achievement_stats_pkey", "players_pkey")
        .isSubsetOf(
            "achievement_stats_pkey",
            "catalog_history_in_force_idx",
            "game_monthly_stats_pkey",
            "player_achievements_pkey",
            "player_achievements_unlocked_at_idx",
            "players_pkey");
  }

  @Test
  void achievementsNewestFirstWithoutASort() {
    assertThat(
            new UnlockedAchievements(database)
                .page("heavy", AskedUnlocks.of(UriQuery.create("limit=10"))))
        .isPresent();

    assertThat(database.plan().indexes()).contains("player_achievements_unlocked_at_idx");
  }

  @ParameterizedTest
  @CsvSource({"heavy, 50, 0", "heavy, 200, 3000", "player-7, 50, 0"})
  void scoreHistory(String player, int limit, int offset) {
    assertThat(new ScoreHistory(database).page(player, new PageOfList(limit, offset))).isPresent();

    assertReadsOnly("players_pkey", "score_events_pkey");
  }

  /** So that what is explained here is what runs, however often it ran before. */
  @Test
  void isPlannedForItsParametersEachTime() {
    assertThat(
            database.query(
                "select current_setting('plan_cache_mode')", none -> {}, row -> row.getString(1)))
        .containsExactly("force_custom_plan");
  }

  private void statistics(String player, String query) {
    assertThat(new Statistics(database).page(player, AskedStatistics.of(UriQuery.create(query))))
        .isPresent();
  }

  private void assertReadsOnly(String... indexes) {
    Plan plan = database.plan();

    assertThat(plan.steps()).doesNotContain("Seq Scan");
    assertThat(plan.indexes()).containsExactly(indexes);
  }
}
