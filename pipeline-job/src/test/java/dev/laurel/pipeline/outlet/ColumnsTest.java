package dev.laurel.pipeline.outlet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.laurel.pipeline.board.Board;
import dev.laurel.pipeline.catalog.Definition;
import dev.laurel.pipeline.catalog.Subject;
import dev.laurel.pipeline.catalog.Worth;
import dev.laurel.pipeline.ledger.RegionOfDay;
import dev.laurel.pipeline.ledger.ScoredEvent;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every column of every table, as a reader of the table finds it. */
class ColumnsTest extends WrittenTables {
  @Test
  void playersHoldWhatTheLedgerSays() throws Exception {
    write(Tables.PLAYERS, List.of(SampleRows.totals("ada", -5, 2), SampleRows.unknown("bob", 1)));

    assertThat(row("select * from laurel.players where player_id = 'ada'"))
        .containsEntry("username", SampleRows.AWKWARD_NAME)
        .containsEntry("region", "GB")
        .containsEntry("score", "-5")
        .containsEntry("reached_at", "2999-12-31 23:59:59.999+00")
        .containsEntry("total_actions", "3")
        .containsEntry("action_points", "-450")
        .containsEntry("first_seen_at", "1970-01-01 00:00:00.001+00")
        .containsEntry("last_seen_at", "2999-12-31 23:59:59.999+00")
        .containsEntry("is_excluded", "t")
        .containsEntry("version", "2");
    assertThat(row("select * from laurel.players where player_id = 'bob'"))
        .containsEntry("username", null)
        .containsEntry("region", null)
        .containsEntry("reached_at", null)
        .containsEntry("is_excluded", "f");
  }

  @Test
  void playerScoresHoldAPlayerAndGameARow() throws Exception {
    write(
        Tables.PLAYER_SCORES,
        List.of(
            SampleRows.score("ada", "chess", Long.MAX_VALUE, 1),
            SampleRows.score("ada", "_none", -9, 1)));

    assertThat(row("select * from laurel.player_scores where game_id = 'chess'"))
        .containsEntry("player_id", "ada")
        .containsEntry("region", "GB")
        .containsEntry("score", Long.toString(Long.MAX_VALUE))
        .containsEntry("reached_at", "2999-12-31 23:59:59.999+00")
        .containsEntry("total_actions", "2")
        .containsEntry("total_unlocks", "1")
        .containsEntry("is_excluded", "f")
        .containsEntry("version", "1");
    assertThat(row("select count(*) as n from laurel.player_scores where player_id = 'ada'"))
        .containsEntry("n", "2");
  }

  @Test
  void topsHoldTheirEntriesAsDocumented() throws Exception {
    Board board = Board.of("go");
    write(
        Tables.LEADERBOARD_TOPS,
        List.of(
            SampleRows.top(
                board, 9, SampleRows.standing("ada", 9), SampleRows.unnamed("bob", -3))));

    Map<String, String> top = row("select * from laurel.leaderboard_tops where game_id = 'go'");
    assertThat(top)
        .containsEntry("scope", "game")
        .containsEntry("region", "*")
        .containsEntry("period", "all-time")
        .containsEntry("period_start", "1970-01-01")
        .containsEntry("version", "9")
        .containsEntry("published_at", "2999-12-31 23:59:59.999+00")
        .containsEntry("as_of", "1970-01-01 00:00:00.001+00")
        .containsEntry("total", "7");
    JsonNode entries = JsonMapper.builder().build().readTree(top.get("entries"));
    assertThat(fieldNames(entries.get(0)))
        .containsExactly("rank", "playerId", "score", "reachedAt", "username", "region");
    assertThat(
            row("select * from laurel.leaderboard_top_entries where rank = 1 and game_id = 'go'"))
        .containsEntry("player_id", "ada")
        .containsEntry("username", SampleRows.AWKWARD_NAME)
        .containsEntry("reached_at", "1970-01-01 00:00:00.001+00");
    assertThat(
            row("select * from laurel.leaderboard_top_entries where rank = 2 and game_id = 'go'"))
        .containsEntry("player_id", "bob")
        .containsEntry("score", "-3")
        .containsEntry("username", null)
        .containsEntry("region", null);
  }

  @Test
  void playerRegionsHoldAPlayerAndDayARow() throws Exception {
    long day = LocalDate.parse("2026-03-01").toEpochDay();
    write(
        Tables.PLAYER_REGIONS,
        List.of(new RegionOfDay("ada", day, "GB", 1), new RegionOfDay("ada", day + 1, "FR", 2)));
    write(Tables.PLAYER_REGIONS, List.of(new RegionOfDay("ada", day, "DE", 3)));
    write(Tables.PLAYER_REGIONS, List.of(new RegionOfDay("ada", day, "FR", 2)));

    assertThat(row("select * from laurel.player_regions where day = '2026-03-01'"))
        .containsEntry("player_id", "ada")
        .containsEntry("region", "DE")
        .containsEntry("version", "3");
    assertThat(row("select * from laurel.player_regions where day = '2026-03-02'"))
        .containsEntry("region", "FR");
  }

  @Test
  void scoreEventsHoldEveryFieldInMonthsThatNobodyPrepared() throws Exception {
    ScoredEvent action = SampleRows.action("ada", SampleRows.FIRST_MOMENT, 1);
    ScoredEvent unlock = SampleRows.unlock("ada", SampleRows.LAST_MOMENT, 2);
    write(Tables.SCORE_EVENTS, List.of(action, unlock));

    assertThat(row("select * from laurel.score_events where log_offset = 1"))
        .containsEntry("player_id", "ada")
        .containsEntry("occurred_at", "1970-01-01 00:00:00.001+00")
        .containsEntry("log_partition", "11")
        .containsEntry("logged_at", "2999-12-31 23:59:59.999+00")
        .containsEntry("type", "action")
        .containsEntry("event_id", "event-1")
        .containsEntry("game_id", "_none")
        .containsEntry("achievement_id", null)
        .containsEntry("action_type", "LEVEL_COMPLETE")
        .containsEntry("request_id", "request-1")
        .containsEntry("action_id", "action-1")
        .containsEntry("points", "-1000000000")
        .containsEntry("metadata", action.event().metadata())
        .containsEntry("ip_address", "192.0.2.7")
        .containsEntry("user_agent", "game \\ 1.0");
    assertThat(row("select * from laurel.score_events where log_offset = 2"))
        .containsEntry("occurred_at", "2999-12-31 23:59:59.999+00")
        .containsEntry("type", "unlock")
        .containsEntry("game_id", "chess")
        .containsEntry("achievement_id", "first-win")
        .containsEntry("action_type", null)
        .containsEntry("metadata", null)
        .containsEntry("ip_address", null);
  }

  @Test
  void catalogHistoryHoldsEveryVersion() throws Exception {
    write(
        Tables.CATALOG_HISTORY,
        List.of(
            definition(Subject.game("chess"), 1),
            definition(Subject.achievement("chess", "first-win"), 2),
            definition(Subject.action("LEVEL_COMPLETE"), 3)));

    assertThat(row("select * from laurel.catalog_history where log_offset = 2"))
        .containsEntry("published_at", "2999-12-31 23:59:59.999+00")
        .containsEntry("kind", "achievement")
        .containsEntry("game_id", "chess")
        .containsEntry("achievement_id", "first-win")
        .containsEntry("action_type", "")
        .containsEntry("in_force_from", "1970-01-01 00:00:00+00")
        .containsEntry("definition", "{\"name\": \"\\\"\u20ac\"}");
    assertThat(row("select count(*) as n from laurel.catalog_history")).containsEntry("n", "3");
  }

  private <R> void write(Table<R> table, List<R> rows) throws Exception {
    WriteRows.into(table, database, rows);
  }

  private static Map<String, String> row(String sql) throws SQLException {
    return Rows.of(server, sql).get(0);
  }

  private static Definition definition(Subject subject, long offset) {
    return new Definition(
        subject,
        new Worth(false, 5, 5),
        true,
        false,
        0,
        Definition.BEGINNING,
        SampleRows.LAST_MOMENT,
        offset,
        "{\"name\": \"\\\"\u20ac\"}");
  }

  private static List<String> fieldNames(JsonNode json) {
    List<String> names = new ArrayList<>();
    json.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
