package dev.laurel.pipeline.outlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.pipeline.board.Board;
import dev.laurel.pipeline.board.BoardTop;
import dev.laurel.pipeline.board.FinalTop;
import dev.laurel.pipeline.board.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a run that reads the log to an end leaves of what the job beside it has written. */
class BackfillTest extends WrittenTables {
  private static final Instant BEGUN = Instant.parse("2026-03-20T12:00:00Z");
  private static final Board WEEK =
      new Board("game", "chess", "*", "weekly", LocalDate.parse("2026-03-02").toEpochDay());
  private static final Backfill BACKFILL = Backfill.since(BEGUN);
  private static final Table<FinalTop> FINALS = BACKFILL.finals(Tables.LEADERBOARD_FINALS);
  private static final Table<BoardTop> TOPS = BACKFILL.tops(Tables.LEADERBOARD_TOPS);

  @AfterEach
  void empty() throws Exception {
    Rows.run(
        server,
        "truncate laurel.pipeline_progress, laurel.leaderboard_tops, laurel.leaderboard_finals");
  }

  @Test
  void aTableNeverBecomesLessCompleteForAsManyTasks() throws Exception {
    reach("2026-03-20T12:00:00Z", 0, 1, false);

    reach("2026-03-20T11:00:00Z", 0, 1, false);
    reach("2026-03-20T10:00:00Z", 0, 1, true);
    assertThat(progress()).containsExactly("0/1 2026-03-20 12:00:00+00");

    reach("2026-03-20T13:00:00Z", 0, 1, true);
    assertThat(progress()).as("the end of the log").containsExactly("0/1 2026-03-20 13:00:00+00");
  }

  @Test
  void howFarAnotherNumberOfTasksHasComeIsLeftAlone() throws Exception {
    reach("2026-03-20T12:00:00Z", 0, 2, false);
    reach("2026-03-20T12:00:00Z", 1, 2, false);

    reach("2026-03-20T13:00:00Z", 0, 1, true);
    assertThat(progress())
        .containsExactly("0/2 2026-03-20 12:00:00+00", "1/2 2026-03-20 12:00:00+00");

    reach("2026-03-20T11:00:00Z", 0, 1, false);
    assertThat(progress())
        .as("the job, after a start with fewer")
        .containsExactly("0/1 2026-03-20 11:00:00+00", "1/2 2026-03-20 12:00:00+00");
  }

  @Test
  void aTopThatWasPublishedSinceItBeganStaysAndAnOlderOneGoes() throws Exception {
    write(Tables.LEADERBOARD_TOPS, top("newer", BEGUN.plusSeconds(1), 9));
    write(Tables.LEADERBOARD_TOPS, top("older", BEGUN.minusSeconds(1), 9));

    for (String game : List.of("newer", "older", "missing")) {
      write(TOPS, top(game, BEGUN.plusSeconds(60), 5));
    }

    assertThat(scores("leaderboard_tops", "game_id"))
        .containsExactly("missing 5", "newer 9", "older 5");
    write(Tables.LEADERBOARD_TOPS, top("older", BEGUN.plusSeconds(2), 7));
    assertThat(scores("leaderboard_tops", "game_id"))
        .as("the job goes on")
        .containsExactly("missing 5", "newer 9", "older 7");
  }

  @Test
  void intoEmptyTablesFinalStandingsAreThoseOfTheRun() throws Exception {
    write(FINALS, standing(1, BEGUN.plusSeconds(30), 3));
    write(FINALS, standing(2, BEGUN.plusSeconds(40), 4));
    write(FINALS, standing(3, BEGUN.plusSeconds(50), 5));

    assertThat(finals()).containsExactly("first 1 3", "latest 3 5");
    assertThat(holding()).isEqualTo("latest");
  }

  @Test
  void finalStandingsThatHoldAreNoRevision() throws Exception {
    Instant before = BEGUN.minusSeconds(60);
    write(Tables.LEADERBOARD_FINALS, standing(1, before, 3));
    write(Tables.LEADERBOARD_FINALS, standing(4, before.plusMillis(1), 5));
    String written = Rows.of(server, "select * from laurel.leaderboard_finals").toString();

    write(FINALS, standing(1, BEGUN.plusSeconds(30), 5));
    WriteRows.into(
        FINALS,
        database,
        List.of(standing(1, BEGUN.plusSeconds(30), 4), standing(2, BEGUN.plusSeconds(40), 5)));

    assertThat(Rows.of(server, "select * from laurel.leaderboard_finals")).hasToString(written);
  }

  @Test
  void finalStandingsThatDifferAreTheNextRevision() throws Exception {
    write(Tables.LEADERBOARD_FINALS, standing(1, BEGUN.minusSeconds(60), 3));

    write(FINALS, standing(1, BEGUN.plusSeconds(30), 5));
    assertThat(finals()).containsExactly("first 1 3", "latest 2 5");

    write(FINALS, standing(2, BEGUN.plusSeconds(40), 6));
    assertThat(finals()).containsExactly("first 1 3", "latest 4 6");
    assertThat(holding()).isEqualTo("latest");
  }

  @Test
  void finalStandingsThatTheJobWroteMeanwhileStay() throws Exception {
    write(Tables.LEADERBOARD_FINALS, standing(1, BEGUN.plusSeconds(10), 3));

    write(FINALS, standing(1, BEGUN.plusSeconds(30), 2));

    assertThat(finals()).containsExactly("first 1 3");
  }

  private static void reach(String watermark, int task, int tasks, boolean givesWay)
      throws Exception {
    try (var connection = database.connect()) {
      new Progress("players", task, tasks, givesWay)
          .write(connection, Instant.parse(watermark).toEpochMilli());
    }
  }

  private static List<String> progress() throws Exception {
    return column(
        "select task || '/' || tasks || ' ' || event_time as told"
            + " from laurel.pipeline_progress order by task");
  }

  private static BoardTop top(String game, Instant at, long score) {
    Board board = new Board("game", game, "*", "all-time", 0);
    return SampleRows.top(board, at.toEpochMilli() * 1_000, SampleRows.standing("ada", score));
  }

  private static FinalTop standing(int revision, Instant at, long score) {
    List<Standing> entries = List.of(SampleRows.standing("ada", score));
    return new FinalTop(WEEK, revision, at.toEpochMilli() * 1_000, at, at, 7, entries);
  }

  private static List<String> finals() throws Exception {
    return scores("leaderboard_finals", "edition || ' ' || revision");
  }

  private static String holding() throws Exception {
    return column(
            "select edition as told from laurel.leaderboard_finals order by version desc limit 1")
        .get(0);
  }

  private static List<String> scores(String table, String name) throws Exception {
    return column(
        "select %s || ' ' || (entries -> 0 ->> 'score') as told from laurel.%s order by 1"
            .formatted(name, table));
  }

  private static List<String> column(String sql) throws Exception {
    return Rows.of(server, sql).stream().map(row -> row.get("told")).toList();
  }

  private static <R> void write(Table<R> table, R row) throws Exception {
    WriteRows.into(table, database, List.of(row));
  }
}
