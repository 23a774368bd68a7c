package dev.laurel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the views say is what counting every row of every player says, over some 220,000 rows. Each
 * comparison is a full join that returns the rows that differ.
 */
class AnalyticsFiguresTest {
  private static final String WEEK = "day - (extract(isodow from day)::integer - 1)";
  private static final String MONTH = "date_trunc('month', day::timestamp)::date";

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

  @ParameterizedTest
  @CsvSource({"day", "week", "month"})
  void ofThePlatformAreThoseOfItsPlayers(String period) throws Exception {
    assertThat(
            differences(
                "platform_" + period + "s", period, "", "min(day) over (partition by player_id)"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"day", "week", "month"})
  void ofAGameAreThoseOfItsPlayers(String period) throws Exception {
    assertThat(
            differences(
                "game_" + period + "s",
                period,
                "game_id, ",
                "min(day) over (partition by player_id, game_id)"))
        .isEmpty();
  }

  @Test
  void ofStickinessAreMeansOfDays() throws Exception {
    assertThat(
            Sql.rows(
                owner,
                """
                select * from analytics.platform_months as said
                join (
                  select %s as month, round(sum(active_players) / extract(day from max(day)), 2) as mean,
                    round(sum(active_players_without_excluded) / extract(day from max(day)), 2) as mean_without
                  from analytics.platform_days group by 1) as counted using (month)
                where (average_daily_players, average_daily_players_without_excluded) is distinct from (mean, mean_without)
                  or stickiness_percent not between 0 and 100
                  or abs(stickiness_percent - 100 * mean / active_players) > 0.02
                """
                    .formatted(MONTH)))
        .isEmpty();
  }

  @Test
  void ofCohortsAreThoseOfPlayersWhoCameBack() throws Exception {
    assertThat(
            Sql.rows(
                owner,
                """
                with days as (
                  select distinct player_id, day from laurel.player_daily_stats),
                counted as (
                  select
                    began.day as cohort_day, count(*) as players, count(*) filter (where not is_excluded) as kept,
                    count(day1.day) as one, count(day7.day) as seven, count(day30.day) as thirty,
                    count(day30.day) filter (where not is_excluded) as thirty_kept
                  from (select player_id, min(day) as day from days group by player_id) as began
                  join laurel.players using (player_id)
                  left join days as day1 on day1.player_id = began.player_id and day1.day = began.day + 1
                  left join days as day7 on day7.player_id = began.player_id and day7.day = began.day + 7
                  left join days as day30 on day30.player_id = began.player_id and day30.day = began.day + 30
                  group by began.day)
                select * from analytics.cohorts as said full join counted using (cohort_day)
                where (said.players, players_without_excluded) is distinct from (counted.players, kept)
                  or (day_1_players, day_7_players, day_30_players, day_30_players_without_excluded) is distinct from (
                    case when cohort_day < date '2026-03-19' then one end,
                    case when cohort_day < date '2026-03-13' then seven end,
                    case when cohort_day < date '2026-02-18' then thirty end,
                    case when cohort_day < date '2026-02-18' then thirty_kept end)
                """))
        .isEmpty();
    assertThat(Sql.rows(owner, "select sum(day_30_players) > 100 from analytics.cohorts"))
        .containsExactly("t");
  }

  @Test
  void ofRegionsAddUpToTheWhole() throws Exception {
    assertThat(
            Sql.rows(
                owner,
                """
                select * from (
                  select day, sum(active_players) as players, sum(points_without_excluded) as points
                  from analytics.platform_region_days group by day) as region
                full join analytics.platform_days as whole using (day)
                where (region.players, region.points)
                  is distinct from (whole.active_players::numeric, whole.points_without_excluded::numeric)
                """))
        .isEmpty();
  }

  private static List<String> differences(String view, String period, String game, String first)
      throws SQLException {
    var of = period.equals("week") ? WEEK : period.equals("month") ? MONTH : "day";
    return Sql.rows(
        owner,
        """
        with played as (
          select {game}player_id, {of} as {period}, day as on_day, points, stats.playtime_seconds, is_excluded, {first} as began
          from laurel.player_daily_stats as stats join laurel.players using (player_id)),
        counted as (
          select
            {game}{period}, count(distinct player_id) as active,
            count(distinct player_id) filter (where not is_excluded) as active_kept,
            count(distinct player_id) filter (where on_day = began) as new,
            count(distinct player_id) filter (where on_day = began and not is_excluded) as new_kept,
            sum(points) as points, coalesce(sum(points) filter (where not is_excluded), 0) as points_kept,
            coalesce(sum(playtime_seconds) filter (where not is_excluded), 0) as playtime_kept
          from played where {period} >= date '2025-02-01' group by {game}{period})
        select * from analytics.{view} as said full join counted using ({game}{period})
        where (active_players, active_players_without_excluded, new_players, new_players_without_excluded, said.points,
            points_without_excluded, playtime_seconds_without_excluded)
          is distinct from (active, active_kept, new, new_kept, counted.points, points_kept, playtime_kept)
        """
            .replace("{view}", view)
            .replace("{game}", game)
            .replace("{period}", period)
            .replace("{of}", of)
            .replace("{first}", first));
  }
}
