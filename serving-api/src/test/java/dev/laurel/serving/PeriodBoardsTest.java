package dev.laurel.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.serving.RankChangeJson.BoardName;
import dev.laurel.serving.RankChangeJson.Line;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Boards of a day, a week and a month while they go on, and until they are closed. */
class PeriodBoardsTest {

  private static final Stack STACK = Stack.shared();
  private static final BoardName TODAY = BoardName.day("2026-03-04");
  private static ServiceAt service;

  @BeforeAll
  static void start() throws BadConfigurationException {
    STACK.execute(
        Rows.game("season", "Season"),
        Rows.game("late", "Late"),
        Rows.game("yesterday", "Yesterday"),
        Rows.top("yesterday", TODAY, 7, List.of(Line.of("ada", 5), Line.of("bob", 3))));
    service = ServiceAt.start("2026-03-04T12:00:00Z");
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @BeforeEach
  void itIsNoon() {
    service.itIs("2026-03-04T12:00:00Z");
  }

  @Test
  void answersTheBoardOfTheDayThatHoldsTheClock() {
    service.publish(
        RankChangeJson.whole("day", 10, Line.of("ada", 5), Line.of("bob", 3)).on(TODAY));
    service.publish(RankChangeJson.after(10, "day", 11, 2, Line.of("bob", 9)).on(TODAY));

    Reply reply = service.board("day", "period=daily");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.players()).containsExactly("bob", "ada");
    assertThat(reply.pagination())
        .isEqualTo("{\"limit\":10,\"offset\":0,\"total\":2,\"hasMore\":false}");
    assertThat(reply.data().path("version").asLong()).isEqualTo(11);
    assertThat(reply.data().path("lastRefresh").asText()).isEqualTo("2026-11-22T00:00:00Z");
    assertThat(reply.data().path("period").toString())
        .isEqualTo(
            "{\"startsAt\":\"2026-03-04T00:00:00Z\",\"endsAt\":\"2026-03-05T00:00:00Z\","
                + "\"closesAt\":\"2026-03-05T01:00:00Z\",\"final\":false,\"revision\":null}");
    assertThat(reply.header("Cache-Control")).isEqualTo("public, max-age=1");
    assertThat(service.board("day", "period=daily", "If-None-Match", reply.header("ETag")).status())
        .isEqualTo(304);
  }

  @ParameterizedTest
  @CsvSource({
    "weekly, 2026-03-02, 2026-03-08",
    "weekly, 2026-03-02, 2026-03-08T23:59:59.999Z",
    "weekly, 2026-03-02, 2026-03-09T01:00:00%2B02:00",
    "monthly, 2026-03-01, 2026-03-31",
    "monthly, 2026-03-01, 2026-03-01",
  })
  void answersThePeriodThatHoldsADate(String period, String start, String at) {
    String game = "dates-" + period;
    service.publish(
        RankChangeJson.whole(game, 10, Line.of("ada", 5)).on(new BoardName("*", period, start)));

    Reply reply = service.board(game, "period=" + period + "&at=" + at);

    assertThat(reply.players()).containsExactly("ada");
    assertThat(reply.data().at("/period/startsAt").asText()).isEqualTo(start + "T00:00:00Z");
    assertThat(reply.data().at("/period/final").asBoolean(true)).isFalse();
  }

  @Test
  void keepsTheRegionsOfADayApart() {
    BoardName there = new BoardName("EU", "daily", "2026-03-04");
    service.publish(RankChangeJson.whole("apart", 10, Line.of("ada", 5)).on(there));
    service.publish(
        RankChangeJson.whole("apart", 11, Line.of("bob", 9), Line.of("ada", 5)).on(TODAY));

    assertThat(service.board("apart", "period=daily&region=EU").players()).containsExactly("ada");
    assertThat(service.board("apart", "period=daily&region=*").players())
        .containsExactly("bob", "ada");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "period=daily",
        "period=daily&region=ZZ",
        "period=weekly",
        "region=ZZ",
        "period=daily&at=2026-02-20",
        "period=daily&at=2026-03-20",
        "period=monthly&at=1999-01-31",
      })
  void answersAKnownGameWithoutAnyoneOnTheBoard(String query) {
    Reply reply = service.board("season", query);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.players()).isEmpty();
    assertThat(reply.data().at("/pagination/total").asLong(-1)).isZero();
    assertThat(reply.data().at("/period/final").asBoolean(false)).isFalse();
  }

  @Test
  void answersWhatStandsBelowTheTopFromWhatPlayersDidThatDay() {
    STACK.execute(
        "select laurel.prepare_partition('player_daily_stats', '2026-03-04')",
        """
        insert into laurel.player_daily_stats (player_id, game_id, day, unlocks, distinct_unlocks, actions, points,
          playtime_seconds, first_seen_at, last_seen_at, first_scored_at, last_scoring_at, version)
        select player, 'below', '2026-03-04', 0, 0, 1, points, 0, at, at, at, at, 1
        from (values ('ada', 5), ('bob', 3), ('cleo', 2), ('dora', 2), ('eve', 1)) as told (player, points)
        cross join (select timestamptz '2026-03-04T10:00:00Z' as at)""");
    service.publish(
        RankChangeJson.whole("below", 10, Line.of("ada", 5), Line.of("bob", 3))
            .ofTotal(5)
            .on(TODAY));

    Reply held = service.board("below", "period=daily&offset=1&limit=1");
    Reply below = service.board("below", "period=daily&offset=1&limit=3");

    assertThat(held.players()).containsExactly("bob");
    assertThat(held.data().path("version").asLong()).isEqualTo(10);
    assertThat(below.players()).containsExactly("bob", "cleo", "dora");
    assertThat(below.data().at("/leaderboard/2").toString())
        .isEqualTo(
            "{\"rank\":4,\"userId\":\"dora\",\"username\":\"dora\",\"score\":2,"
                + "\"lastUpdated\":\"2026-03-04T10:00:00Z\",\"region\":null}");
    assertThat(below.data().at("/pagination/total").asLong()).isEqualTo(5);
    assertThat(below.data().at("/period/final").asBoolean(true)).isFalse();
  }

  @Test
  void answersNothingPastTheEndOfABoardThatIsWhollyHeld() {
    service.publish(RankChangeJson.whole("past", 10, Line.of("ada", 5)).on(TODAY));

    Reply reply = service.board("past", "period=daily&offset=200");

    assertThat(reply.players()).isEmpty();
    assertThat(reply.data().at("/pagination/total").asLong()).isEqualTo(1);
  }

  @Test
  void goesOnWithTheLiveBoardUntilItIsClosed() {
    service.publish(RankChangeJson.whole("late", 10, Line.of("ada", 5)).on(TODAY));
    STACK.execute(Rows.finalStanding("late", TODAY, 1, 20, Line.of("bob", 9)));

    service.itIs("2026-03-05T00:59:59.999Z");
    service.publish(RankChangeJson.after(10, "late", 12, 1, Line.of("ada", 6)).on(TODAY));
    Reply before = service.board("late", "period=daily&at=2026-03-04");
    service.itIs("2026-03-05T01:00:00Z");
    Reply after = service.board("late", "period=daily&at=2026-03-04");

    assertThat(before.data().at("/leaderboard/0/score").asLong()).isEqualTo(6);
    assertThat(before.data().at("/period/final").asBoolean(true)).isFalse();
    assertThat(after.players()).containsExactly("bob");
    assertThat(after.data().at("/period/final").asBoolean()).isTrue();
  }

  @Test
  void answersTheLiveBoardOfAPeriodThatClosesLateFromItsTable() {
    service.itIs("2026-03-07T12:00:00Z");

    Reply reply = service.board("yesterday", "period=daily&at=2026-03-04");

    assertThat(reply.players()).containsExactly("ada", "bob");
    assertThat(reply.data().path("version").asLong()).isEqualTo(7);
    assertThat(reply.data().at("/period/final").asBoolean(true)).isFalse();
  }
}
