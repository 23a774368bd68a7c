package dev.laurel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the views say of achievements is what counting every achievement of every player says, of
 * those that are active and those that are not. Each comparison returns the rows that differ.
 */
class AchievementFiguresTest {
  /** Achievements that can be unlocked: each was defined once, and so was its game. */
  private static final String ACTIVE =
      """
      defined as (
        select *, coalesce((definition ->> 'active')::boolean, true) as says_active from laurel.catalog_history),
      active as (
        select game_id, achievement_id, true as is_active from defined
        where kind = 'achievement' and says_active
          and game_id in (select game_id from defined where kind = 'game' and says_active))""";

  private static Connection owner;

  @BeforeAll
  static void connect() throws Exception {
    owner = LoadedDatabase.made("postgres");
    Sql.run(owner, "set statement_timeout = 0");
  }

  @AfterAll
  static void close() throws Exception {
    owner.close();
  }

  @Test
  void ofAchievementsAreThoseOfTheirPlayers() throws Exception {
    assertThat(
            Sql.rows(
                owner,
                """
                with player_game as (
                  select distinct player_id, game_id, is_excluded
                  from laurel.player_daily_stats join laurel.players using (player_id)),
                counted as (
                  select
                    game_id, achievement_id, count(*) as unlocked, count(*) filter (where not is_excluded) as kept,
                    (select count(*) from player_game where player_game.game_id = unlocked.game_id) as players,
                    (select count(*) from player_game where player_game.game_id = unlocked.game_id and not is_excluded)
                      as players_kept
                  from laurel.player_achievements as unlocked join laurel.players using (player_id)
                  group by game_id, achievement_id)
                select * from analytics.achievement_rarity as said full join counted using (game_id, achievement_id)
                where unlocked_players <> 0 and (
                  (unlocked_players, unlocked_players_without_excluded, said.players, players_without_excluded,
                   rarity_percent, rarity_percent_without_excluded)
                  is distinct from (unlocked, kept, counted.players, players_kept, round(100.0 * unlocked / counted.players, 2),
                    round(100.0 * kept / players_kept, 2)))
                """))
        .isEmpty();
  }

  @Test
  void ofTheFunnelAreThoseOfEveryPlayersActiveAchievements() throws Exception {
    assertThat(
            Sql.rows(
                owner,
                """
                with %s,
                size as (select game_id, count(*) as achievements from active group by game_id),
                progress as (
                  select player_id, game_id, is_excluded, count(active.is_active) as unlocked
                  from (select distinct player_id, game_id from laurel.player_daily_stats) as played
                  join laurel.players using (player_id)
                  left join laurel.player_achievements using (player_id, game_id)
                  left join active using (game_id, achievement_id)
                  group by player_id, game_id, is_excluded),
                counted as (
                  select
                    game_id, achievements, count(*) as players, count(*) filter (where unlocked > 0) as first,
                    count(*) filter (where unlocked >= 0.25 * achievements) as quarter,
                    count(*) filter (where unlocked >= 0.5 * achievements) as half,
                    count(*) filter (where unlocked >= 0.75 * achievements) as most,
                    count(*) filter (where unlocked >= achievements) as whole,
                    count(*) filter (where unlocked >= achievements and not is_excluded) as whole_kept
                  from progress join size using (game_id) group by game_id, achievements)
                select * from analytics.completion_funnel as said full join counted using (game_id)
                where (said.achievements, said.players, reached_first, reached_25_percent, reached_50_percent,
                    reached_75_percent, reached_100_percent, reached_100_percent_without_excluded)
                  is distinct from (counted.achievements, counted.players, first, quarter, half, most, whole, whole_kept)
                """
                    .formatted(ACTIVE)))
        .isEmpty();
  }

  @Test
  void ofAchievementsSayWhichCanBeUnlockedNow() throws Exception {
    assertThat(
            Sql.rows(
                owner,
                """
                with %s
                select * from analytics.achievement_rarity as said left join active using (game_id, achievement_id)
                where said.is_active is distinct from (active.is_active is not null)
                """
                    .formatted(ACTIVE)))
        .isEmpty();
    assertThat(
            Sql.rows(
                owner,
                """
                select count(*) filter (where game_id = 'chess'), count(*) filter (where game_id = 'game-7')
                from analytics.achievement_rarity where not is_active and unlocked_players > 0
                """))
        .as("retired ones that somebody has")
        .containsExactly("1|5");
  }
}
