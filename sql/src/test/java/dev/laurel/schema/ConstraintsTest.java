package dev.laurel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each bad row is a good one with one value changed, so that one constraint alone can refuse it.
 */
class ConstraintsTest {
  private static final String BAD_VALUES =
      """
      catalog_history_log_offset_check   | log_offset     | -1
      catalog_history_kind_check         | kind           | 'quest'
      catalog_history_kind_check         | kind           | 'achievement'
      catalog_history_kind_check         | kind           | 'action'
      catalog_history_kind_check         | game_id        | ''
      catalog_history_kind_check         | achievement_id | 'first-win'
      catalog_history_kind_check         | action_type    | 'DAILY_BONUS'
      catalog_history_game_id_check      | game_id        | 'global'
      catalog_history_game_id_check      | game_id        | '_none'
      catalog_history_definition_check   | definition     | '[1]'
      players_player_id_check            | player_id      | ''
      players_player_id_check            | player_id      | repeat('p', 129)
      players_username_check             | username       | ''
      players_username_check             | username       | repeat('u', 101)
      players_region_check               | region         | 'E'
      players_region_check               | region         | '*'
      players_region_check               | region         | 'EU-WEST-001'
      players_region_check               | region         | E'EU\\n'
      players_score_check                | reached_at     | null
      players_total_actions_check        | total_actions  | -1
      players_seen_check                 | last_seen_at   | timestamptz '2026-03-01T09:59:59.999Z'
      players_version_check              | version        | 0
      player_scores_player_id_check      | player_id      | ''
      player_scores_player_id_check      | player_id      | repeat('p', 129)
      player_scores_game_id_check        | game_id        | ''
      player_scores_game_id_check        | game_id        | 'global'
      player_scores_game_id_check        | game_id        | repeat('g', 129)
      player_scores_counts_check         | total_actions  | -1
      player_scores_counts_check         | total_unlocks  | -1
      player_scores_counts_check         | total_unlocks  | 0
      player_scores_version_check        | version        | 0
      score_events_player_id_check       | player_id      | ''
      score_events_player_id_check       | player_id      | repeat('p', 129)
      score_events_event_id_check        | event_id       | ''
      score_events_event_id_check        | event_id       | repeat('e', 129)
      score_events_type_check            | type           | 'playtime'
      score_events_type_check            | type           | 'action'
      score_events_type_check            | achievement_id | null
      score_events_type_check            | action_type    | 'DAILY_BONUS'
      score_events_type_check            | request_id     | 'request-1'
      score_events_type_check            | action_id      | 'action-1'
      score_events_game_id_check         | game_id        | ''
      score_events_game_id_check         | game_id        | 'global'
      score_events_game_id_check         | game_id        | repeat('g', 129)
      score_events_points_check          | points         | 1000000001
      score_events_points_check          | points         | -1000000001
      score_events_log_check             | log_partition  | -1
      score_events_log_check             | log_offset     | -1
      score_events_metadata_check        | metadata       | '"text"'
      leaderboard_tops_scope_check       | scope          | 'global'
      leaderboard_tops_scope_check       | scope          | 'platform'
      leaderboard_tops_scope_check       | game_id        | 'global'
      leaderboard_tops_game_id_check     | game_id        | ''
      leaderboard_tops_game_id_check     | game_id        | '_none'
      leaderboard_tops_game_id_check     | game_id        | repeat('g', 129)
      leaderboard_tops_region_check      | region         | 'E'
      leaderboard_tops_region_check      | region         | '**'
      leaderboard_tops_period_check      | period         | 'yearly'
      leaderboard_tops_period_check      | period         | 'weekly'
      leaderboard_tops_period_check      | period_start   | date '1970-01-02'
      leaderboard_tops_version_check     | version        | 0
      leaderboard_tops_version_check     | version        | 9007199254740992
      leaderboard_tops_entries_check     | entries        | '{}'
      leaderboard_tops_total_check       | total          | -1
      leaderboard_tops_total_check       | entries        | '[{"rank": 1}]'
      leaderboard_finals_scope_check     | scope          | 'global'
      leaderboard_finals_scope_check     | game_id        | 'global'
      leaderboard_finals_game_id_check   | game_id        | ''
      leaderboard_finals_game_id_check   | game_id        | '_none'
      leaderboard_finals_game_id_check   | game_id        | repeat('g', 129)
      leaderboard_finals_region_check    | region         | 'E'
      leaderboard_finals_region_check    | region         | '**'
      leaderboard_finals_period_check    | period         | 'all-time'
      leaderboard_finals_period_check    | period         | 'monthly'
      leaderboard_finals_period_check    | period_start   | date '2026-03-03'
      leaderboard_finals_edition_check   | edition        | 'latest'
      leaderboard_finals_edition_check   | edition        | 'second'
      leaderboard_finals_edition_check   | revision       | 0
      leaderboard_finals_edition_check   | revision       | 2
      leaderboard_finals_version_check   | version        | 0
      leaderboard_finals_version_check   | version        | 9007199254740992
      leaderboard_finals_entries_check   | entries        | '{}'
      leaderboard_finals_total_check     | total          | -1
      leaderboard_finals_total_check     | entries        | '[{"rank": 1}]'
      """;

  private Connection job;

  @BeforeEach
  void begin() throws SQLException {
    job = SharedDatabase.begin("laurel_job");
    Sql.run(job, "select laurel.prepare_score_events('2026-03-01')");
  }

  @AfterEach
  void rollBack() throws SQLException {
    job.rollback();
    job.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void takeAGoodRow(String table) throws Exception {
    Sql.run(job, SampleRow.of(table).insert());

    assertThat(Sql.rows(job, "select count(*) from laurel." + table)).containsExactly("1");
  }

  @ParameterizedTest(name = "{0} refuses {1} = {2}")
  @CsvSource(textBlock = BAD_VALUES, delimiter = '|', quoteCharacter = '~')
  void refuseABadValue(String constraint, String column, String literal) {
    var table =
        tables().filter(name -> constraint.startsWith(name + "_")).findFirst().orElseThrow();

    var refusal = Sql.refusal(job, SampleRow.of(table).with(column, literal).insert());

    assertThat(refusal.getSQLState()).isEqualTo("23514");
    assertThat(refusal.getConstraint()).isEqualTo(constraint);
  }

  @Test
  void areAllPutToTheTest() throws Exception {
    var tested = BAD_VALUES.lines().map(line -> line.split(" ", 2)[0]).distinct().toList();

    var existing =
        Sql.rows(
            job,
            """
            select conname from pg_constraint join pg_class c on c.oid = conrelid
            where connamespace = 'laurel'::regnamespace and contype = 'c' and not relispartition
            """);

    assertThat(tested).containsExactlyInAnyOrderElementsOf(existing);
  }

  @ParameterizedTest(name = "{0}.{1}")
  @MethodSource("columnsThatAreNeverNull")
  void refuseNullWhereAValueIsNeeded(String table, String column) {
    var refusal = Sql.refusal(job, SampleRow.of(table).with(column, "null").insert());

    assertThat(refusal.getSQLState()).isEqualTo("23502");
    assertThat(refusal.getColumn()).isEqualTo(column);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void refuseTheSameKeyTwice(String table) throws Exception {
    Sql.run(job, SampleRow.of(table).insert());

    var refusal = Sql.refusal(job, SampleRow.of(table).insert());

    assertThat(refusal.getSQLState()).isEqualTo("23505");
    assertThat(refusal.getConstraint()).isIn(table + "_pkey", table + "_2026_03_pkey");
  }

  static Stream<String> tables() {
    return SampleRow.ALL.stream().map(SampleRow::table);
  }

  /** All but the partition key, which is refused before that: a null belongs in no partition. */
  static List<Object[]> columnsThatAreNeverNull() throws SQLException {
    try (var owner = SharedDatabase.connect("postgres")) {
      return Sql.rows(
              owner,
              """
              select relname, attname from pg_attribute join pg_class c on c.oid = attrelid
              where relnamespace = 'laurel'::regnamespace and relkind in ('r', 'p') and not relispartition
                and relname <> 'flyway_schema_history' and attnum > 0 and attnotnull
                and (relname, attname) <> ('score_events', 'occurred_at')
              """)
          .stream()
          .map(row -> (Object[]) row.split("\\|", 2))
          .toList();
    }
  }
}
