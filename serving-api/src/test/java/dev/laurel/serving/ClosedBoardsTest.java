package dev.laurel.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.serving.RankChangeJson.BoardName;
import dev.laurel.serving.RankChangeJson.Line;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Boards of periods that are over, as they ended. */
class ClosedBoardsTest {

  private static final Stack STACK = Stack.shared();
  private static final BoardName WEEK = new BoardName("EU", "weekly", "2026-02-02");
  private static ServiceAt service;

  @BeforeAll
  static void start() throws BadConfigurationException {
    STACK.execute(Rows.game("closed", "Closed"), Rows.game("renamed", "Renamed"));
    service = ServiceAt.start("2026-03-04T12:00:00Z");
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void answersTheFirstRevisionAndThenTheNewest() {
    STACK.execute(Rows.finalStanding("closed", WEEK, 1, 20, Line.of("ada", 5), Line.of("bob", 3)));
    Reply first = week("closed");
    STACK.execute(Rows.finalStanding("closed", WEEK, 2, 30, Line.of("bob", 9), Line.of("ada", 5)));
    Reply second = week("closed");

    assertThat(first.players()).containsExactly("ada", "bob");
    assertThat(first.data().path("version").asLong()).isEqualTo(20);
    assertThat(first.data().path("asOf").asText()).isEqualTo("2026-11-21T23:58:00Z");
    assertThat(first.data().path("lastRefresh").asText()).isEqualTo("2026-11-22T00:00:00Z");
    assertThat(first.data().path("period").toString())
        .isEqualTo(
            "{\"startsAt\":\"2026-02-02T00:00:00Z\",\"endsAt\":\"2026-02-09T00:00:00Z\","
                + "\"closesAt\":\"2026-02-09T01:00:00Z\",\"final\":true,\"revision\":1}");
    assertThat(second.players()).containsExactly("bob", "ada");
    assertThat(second.data().path("version").asLong()).isEqualTo(30);
    assertThat(second.data().at("/period/revision").asInt()).isEqualTo(2);
    assertThat(second.header("ETag")).isNotEqualTo(first.header("ETag"));
  }

  @Test
  void namesPlayersAsTheyAreCalledNow() {
    STACK.execute(
        Rows.finalStanding("renamed", WEEK, 1, 20, Line.of("zoe", 5), Line.of("nameless", 3)),
        Rows.player("zoe", -5, "2026-02-01T00:00:00Z"),
        "update laurel.players set username = 'Zoë', region = 'NA' where player_id = 'zoe'");

    Reply reply = week("renamed");

    assertThat(reply.data().path("leaderboard").get(0).toString())
        .isEqualTo(
            "{\"rank\":1,\"userId\":\"zoe\",\"username\":\"Zoë\",\"score\":5,"
                + "\"lastUpdated\":\"2026-03-01T10:00:00Z\",\"region\":\"EU\"}");
    assertThat(reply.data().at("/leaderboard/1/username").asText()).isEqualTo("nameless");
  }

  @Test
  void answersPagesOfAClosedBoard() {
    BoardName day = BoardName.day("2026-02-05");
    STACK.execute(
        Rows.finalStanding(
            "closed", day, 1, 20, Line.of("a", 3), Line.of("b", 2), Line.of("c", 1)));

    Reply page = service.board("closed", "period=daily&at=2026-02-05&limit=1&offset=1");
    Reply past = service.board("closed", "period=daily&at=2026-02-05&limit=1&offset=3");

    assertThat(page.players()).containsExactly("b");
    assertThat(page.data().at("/leaderboard/0/rank").asInt()).isEqualTo(2);
    assertThat(page.data().at("/pagination/hasMore").asBoolean()).isTrue();
    assertThat(past.players()).isEmpty();
    assertThat(past.data().at("/period/final").asBoolean()).isTrue();
  }

  @Test
  void answersABoardThatClosedWithNobodyOnIt() {
    STACK.execute(Rows.finalStanding("closed", BoardName.day("2026-02-06"), 2, 20));

    Reply reply = service.board("closed", "period=daily&at=2026-02-06");

    assertThat(reply.players()).isEmpty();
    assertThat(reply.data().at("/period/revision").asInt()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "period=daily&at=2020-01-01",
        "period=weekly&at=2020-01-01",
        "period=daily&region=EU&at=1970-01-01"
      })
  void refusesDaysAndWeeksThatAreNoLongerKept(String query) {
    Reply reply = service.board("closed", query);

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.code()).isEqualTo("NOT_FOUND");
    assertThat(reply.json().at("/error/message").asText())
        .contains("is no longer kept: days and weeks are for 400 days");
    assertThat(reply.json().at("/error/details/periodStart").asText()).isNotBlank();
  }

  /** What is no longer kept goes by event time: a log of long ago may be read again. */
  @Test
  void answersADayOfLongAgoWhileTheTablesAreNoFurther() {
    STACK.execute(
        "insert into laurel.pipeline_progress (table_name, task, tasks, event_time)"
            + " values ('player_daily_stats', 0, 1, '2018-12-31T00:00:00Z')");

    Reply reply = service.board("closed", "period=daily&at=2018-01-01");

    STACK.execute("delete from laurel.pipeline_progress");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.players()).isEmpty();
  }

  /** The tables let go of whole months: a week whose first days have gone has gone itself. */
  @Test
  void refusesAWeekWhoseFirstDaysAreNoLongerKept() {
    STACK.execute(
        "insert into laurel.pipeline_progress (table_name, task, tasks, event_time)"
            + " values ('player_daily_stats', 0, 1, '2019-02-20T00:00:00Z')");

    Reply kept = service.board("closed", "period=weekly&at=2018-01-08");
    Reply gone = service.board("closed", "period=weekly&at=2017-12-31");

    STACK.execute("delete from laurel.pipeline_progress");
    assertThat(kept.status()).isEqualTo(200);
    assertThat(gone.status()).isEqualTo(404);
  }

  @Test
  void answersAnOldDayThatIsStillThere() {
    STACK.execute(
        Rows.finalStanding("closed", BoardName.day("2019-05-05"), 1, 20, Line.of("ada", 5)));

    assertThat(service.board("closed", "period=daily&at=2019-05-05").players())
        .containsExactly("ada");
  }

  private static Reply week(String gameId) {
    return service.board(gameId, "period=weekly&region=EU&at=2026-02-08");
  }
}
