package dev.laurel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each role may do, as the server lists it and as it answers when asked to do more. */
class RolesTest {
  private static final String NOT_ALLOWED = "42501";
  private static final String READ_ONLY = "25006";

  @Test
  void jobWritesItsTablesAndNeverDeletes() throws Exception {
    assertThat(privileges("laurel_job"))
        .containsExactly(
            "achievement_stats|INSERT, SELECT, UPDATE",
            "catalog_history|INSERT, SELECT, UPDATE",
            "game_daily_stats|INSERT, SELECT, UPDATE",
            "game_monthly_stats|INSERT, SELECT, UPDATE",
            "leaderboard_finals|INSERT, SELECT, UPDATE",
            "leaderboard_tops|INSERT, SELECT, UPDATE",
            "log_daily_counts|INSERT, SELECT, UPDATE",
            "pipeline_freshness|SELECT",
            "pipeline_progress|INSERT, SELECT, UPDATE",
            "platform_daily_stats|INSERT, SELECT, UPDATE",
            "platform_monthly_stats|INSERT, SELECT, UPDATE",
            "player_achievements|INSERT, SELECT, UPDATE",
            "player_daily_stats|INSERT, SELECT, UPDATE",
            "player_flags|INSERT, SELECT, UPDATE",
            "player_monthly_stats|INSERT, SELECT, UPDATE",
            "player_regions|INSERT, SELECT, UPDATE",
            "player_scores|INSERT, SELECT, UPDATE",
            "players|INSERT, SELECT, UPDATE",
            "score_events|INSERT, SELECT");
  }

  @Test
  void apiReadsEveryTableAndView() throws Exception {
    assertThat(privileges("laurel_api"))
        .containsExactly(
            "achievement_stats|SELECT",
            "achievements|SELECT",
            "action_types|SELECT",
            "catalog_history|SELECT",
            "game_daily_stats|SELECT",
            "game_monthly_stats|SELECT",
            "games|SELECT",
            "leaderboard_final_entries|SELECT",
            "leaderboard_finals|SELECT",
            "leaderboard_top_entries|SELECT",
            "leaderboard_tops|SELECT",
            "log_daily_counts|SELECT",
            "pipeline_freshness|SELECT",
            "pipeline_progress|SELECT",
            "platform_daily_stats|SELECT",
            "platform_monthly_stats|SELECT",
            "player_achievements|SELECT",
            "player_daily_stats|SELECT",
            "player_flags|SELECT",
            "player_monthly_stats|SELECT",
            "player_ranks|SELECT",
            "player_regions|SELECT",
            "player_scores|SELECT",
            "players|SELECT",
            "rank_groups|SELECT",
            "rank_history|SELECT",
            "rank_ranges|SELECT",
            "rank_records|SELECT",
            "rank_revisits|SELECT",
            "score_events|SELECT",
            "standings_versions|SELECT");
  }

  @Test
  void analystReadsEveryTableAndViewButEventsAndFlagsOnlyByColumn() throws Exception {
    assertThat(privileges("laurel_analyst"))
        .containsExactly(
            "achievement_stats|SELECT",
            "achievements|SELECT",
            "action_types|SELECT",
            "catalog_history|SELECT",
            "game_daily_stats|SELECT",
            "game_monthly_stats|SELECT",
            "games|SELECT",
            "leaderboard_final_entries|SELECT",
            "leaderboard_finals|SELECT",
            "leaderboard_top_entries|SELECT",
            "leaderboard_tops|SELECT",
            "log_daily_counts|SELECT",
            "pipeline_freshness|SELECT",
            "pipeline_progress|SELECT",
            "platform_daily_stats|SELECT",
            "platform_monthly_stats|SELECT",
            "player_achievements|SELECT",
            "player_daily_stats|SELECT",
            "player_monthly_stats|SELECT",
            "player_ranks|SELECT",
            "player_regions|SELECT",
            "player_scores|SELECT",
            "players|SELECT",
            "rank_groups|SELECT",
            "rank_history|SELECT",
            "rank_ranges|SELECT",
            "rank_records|SELECT",
            "rank_revisits|SELECT",
            "standings_versions|SELECT");
  }

  @Test
  void analystAloneReadsTheViewsOfAnalytics() throws Exception {
    try (var owner = SharedDatabase.connect("postgres")) {
      assertThat(
              Sql.rows(
                  owner,
                  """
                  select rolname, relkind, has_table_privilege(rolname, c.oid, 'SELECT'),
                    has_table_privilege(rolname, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE'),
                    'security_invoker=true' = any (reloptions), count(*) > 0
                  from pg_class as c
                  cross join pg_roles
                  where relnamespace = 'analytics'::regnamespace and rolname like 'laurel\\_%'
                  group by 1, 2, 3, 4, 5 order by 1
                  """))
          .containsExactly(
              "laurel_analyst|v|t|f|t|t", "laurel_api|v|f|f|t|t", "laurel_job|v|f|f|t|t");
    }
  }

  @ParameterizedTest
  @CsvSource({"score_events, 'ip_address, user_agent'", "player_flags, ip_address"})
  void analystSeesAllOfARowButAddressesAndUserAgents(String table, String hidden) throws Exception {
    try (var owner = SharedDatabase.connect("postgres")) {
      var found =
          Sql.rows(
              owner,
              """
              select string_agg(attname, ', ' order by attname) from pg_attribute
              where attrelid = 'laurel.%s'::regclass and attnum > 0
                and not has_column_privilege('laurel_analyst', attrelid, attnum, 'SELECT')
              """
                  .formatted(table));
      assertThat(found).containsExactly(hidden);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select ip_address from laurel.score_events",
        "select count(user_agent) from laurel.score_events",
        "select * from laurel.score_events",
        "select e from laurel.score_events e",
        "select player_id from laurel.score_events where ip_address = '10.0.0.1'",
        "select player_id from laurel.score_events_2026_03",
        "select ip_address from laurel.player_flags",
        "select * from laurel.player_flags",
        "select player_id from laurel.player_flags where ip_address = '10.0.0.1'",
        "select count(*) from laurel.player_flags group by ip_address",
        "select player_id from laurel.player_flags order by ip_address",
      })
  void analystIsRefusedWhatCouldShowAnAddress(String query) throws Exception {
    try (var owner = SharedDatabase.begin("postgres")) {
      Sql.run(owner, "select laurel.prepare_score_events('2026-03-01')");
      Sql.run(owner, "set local role laurel_analyst");

      assertThat(Sql.refusal(owner, query).getSQLState()).isEqualTo(NOT_ALLOWED);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from laurel.players",
        "truncate laurel.players",
        "delete from laurel.leaderboard_finals",
        "delete from laurel.player_daily_stats",
        "select * from laurel.keep_partitions()",
        "select laurel.keep_ranks()",
        "select laurel.record_ranks()",
        "update laurel.rank_ranges set players = 0",
        "update laurel.standings_versions set version = 1",
        "insert into laurel.rank_history values ('global', 'me', now(), 1, 1, 1)",
        "select * from analytics.platform_days",
        "alter table laurel.player_daily_stats detach partition laurel.player_daily_stats_2026_03",
        "update laurel.score_events set points = 0",
        "select * from laurel.games",
        "select * from laurel.flyway_schema_history",
        "create table laurel.mine (a int)",
        "create table public.mine (a int)",
        "create temporary table mine (a int)",
        "create schema mine",
        "alter table laurel.players add column a int",
        "drop table laurel.players",
        "create role mine",
        "copy laurel.players to program 'true'",
      })
  void jobIsRefusedWhatItDoesNotNeed(String statement) throws Exception {
    try (var job = SharedDatabase.begin("laurel_job")) {
      Sql.run(job, "select laurel.prepare_partition('player_daily_stats', '2026-03-01')");
      assertThat(Sql.refusal(job, statement).getSQLState()).isEqualTo(NOT_ALLOWED);
    }
  }

  @ParameterizedTest
  @CsvSource({"laurel_api", "laurel_analyst"})
  void readerIsRefusedEveryWrite(String role) throws Exception {
    var writes =
        List.of(
            SampleRow.of("players").insert(),
            "update laurel.players set score = 1",
            "delete from laurel.players");
    try (var reader = SharedDatabase.connect(role)) {
      for (var write : writes) {
        assertThat(Sql.refusal(reader, write).getSQLState()).isIn(READ_ONLY, NOT_ALLOWED);
      }
      Sql.run(reader, "set default_transaction_read_only = off");
      for (var write : writes) {
        assertThat(Sql.refusal(reader, write).getSQLState()).isEqualTo(NOT_ALLOWED);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"laurel_job, off, 0", "laurel_api, on, 5s", "laurel_analyst, on, 1min"})
  void sessionStartsReadOnlyAndBounded(String role, String readOnly, String timeout)
      throws Exception {
    try (var connection = SharedDatabase.connect(role)) {
      assertThat(Sql.rows(connection, "show default_transaction_read_only"))
          .containsExactly(readOnly);
      assertThat(Sql.rows(connection, "show statement_timeout")).containsExactly(timeout);
    }
  }

  @ParameterizedTest
  @CsvSource({"laurel_job", "laurel_api", "laurel_analyst"})
  void nobodyHasPowersBeyondLoggingIn(String role) throws Exception {
    try (var owner = SharedDatabase.connect("postgres")) {
      assertThat(
              Sql.rows(
                  owner,
                  """
                  select rolcanlogin, rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls,
                    (select count(*) from pg_auth_members where member = pg_roles.oid)
                  from pg_roles where rolname = '%s'
                  """
                      .formatted(role)))
          .containsExactly("t|f|f|f|f|f|0");
    }
  }

  private static List<String> privileges(String role) throws Exception {
    try (var owner = SharedDatabase.connect("postgres")) {
      return Sql.rows(
          owner,
          """
          select relname, string_agg(privilege, ', ' order by privilege)
          from pg_class
          cross join unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN'])
            as privilege
          where relnamespace = 'laurel'::regnamespace and relkind in ('r', 'p', 'v')
            and has_table_privilege('%s', oid, privilege)
          group by relname order by relname collate "C"
          """
              .formatted(role));
    }
  }
}
