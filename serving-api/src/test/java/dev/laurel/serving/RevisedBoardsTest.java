package dev.laurel.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.serving.RankChangeJson.BoardName;
import dev.laurel.serving.RankChangeJson.Line;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What lies below the stored standing of a closed board, while the days it is summed up from are of
 * that standing and while they are not. On each board ada, bob, cleo and dora did something in one
 * day, of whom the standing holds the first two.
 */
class RevisedBoardsTest {

  private static final Stack STACK = Stack.shared();
  private static final BoardName DAY = BoardName.day("2026-03-01");
  private static ServiceAt service;

  @BeforeAll
  static void start() throws BadConfigurationException {
    STACK.execute("select laurel.prepare_partition('player_daily_stats', date '2026-03-01')");
    close("agree");
    service = ServiceAt.start("2026-03-04T12:00:00Z");
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @BeforeEach
  void itIsLongOver() {
    service.itIs("2026-03-04T12:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"?offset=1&limit=3&", "/players/agree-dora?", "/friends?players=agree-dora&"})
  void areOfTheRevisionThatTheDaysMake(String call) {
    Reply reply = service.get("/api/v1/leaderboards/agree" + call + "period=daily&at=2026-03-01");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.data().at("/period/final").asBoolean()).isTrue();
    assertThat(reply.data().at("/period/revision").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "ahead-score, 'update laurel.player_daily_stats set points = 60 where player_id = ''ahead-score-bob'''",
    "ahead-time, 'update laurel.player_daily_stats set last_scoring_at = ''2026-03-01T10:00:01Z'' where player_id = ''ahead-time-ada'''",
    "ahead-total, 'update laurel.player_daily_stats set first_scored_at = null, last_scoring_at = null, actions = 0, points = 0, playtime_seconds = 1 where player_id = ''ahead-total-dora'''",
  })
  void areOfNoRevisionWhileTheDaysAreAheadOfIt(String game, String late) {
    close(game);
    long version = version(deep(game));
    STACK.execute(late);

    Reply between = deep(game);
    Reply page = top(game);

    assertThat(between.data().at("/period/final").asBoolean(true)).isFalse();
    assertThat(between.data().at("/period/revision").isNull()).isTrue();
    assertThat(version(between)).isGreaterThan(version).isNotEqualTo(version(page));
    assertThat(page.players()).containsExactly(game + "-ada", game + "-bob");
    assertThat(page.data().at("/period/revision").asInt()).isEqualTo(1);
  }

  @Test
  void areOfTheNextRevisionOnceItIsThere() {
    close("next");
    STACK.execute("update laurel.player_daily_stats set points = 60 where player_id = 'next-bob'");
    Reply between = deep("next");
    STACK.execute(
        Rows.finalStanding("next", DAY, 2, 30, Line.of("next-bob", 60), Line.of("next-ada", 50)),
        "update laurel.leaderboard_finals set total = 4 where game_id = 'next'");

    Reply revised = deep("next");

    assertThat(between.players()).containsExactly("next-ada", "next-cleo", "next-dora");
    assertThat(between.data().at("/period/final").asBoolean(true)).isFalse();
    assertThat(revised.players()).isEqualTo(between.players());
    assertThat(revised.data().at("/period/revision").asInt()).isEqualTo(2);
  }

  @Test
  void areOfNoRevisionWhileAnExcludedPlayerStandsInIt() {
    close("fair");
    STACK.execute(
        Rows.player("fair-bob", -7, "2026-02-01T00:00:00Z"),
        "update laurel.players set is_excluded = true where player_id = 'fair-bob'");
    Reply between = deep("fair");
    STACK.execute(
        Rows.finalStanding("fair", DAY, 2, 30, Line.of("fair-ada", 50), Line.of("fair-cleo", 30)),
        "update laurel.leaderboard_finals set total = 3 where game_id = 'fair' and revision = 2");

    Reply revised = deep("fair");

    assertThat(between.players()).containsExactly("fair-cleo", "fair-dora");
    assertThat(between.data().at("/pagination/total").asLong()).isEqualTo(3);
    assertThat(between.data().at("/period/final").asBoolean(true)).isFalse();
    assertThat(revised.players()).containsExactly("fair-cleo", "fair-dora");
    assertThat(revised.data().at("/period/revision").asInt()).isEqualTo(2);
  }

  /** The standing does not hold her, so there is no new revision of it. */
  @Test
  void areOfAnotherVersionWhereOnlySomebodyBelowTheStandingMoves() {
    close("low");
    Reply before = deep("low");
    STACK.execute("update laurel.player_daily_stats set points = 25 where player_id = 'low-dora'");

    Reply after = deep("low");

    assertThat(after.data().at("/leaderboard/2/score").asInt()).isEqualTo(25);
    assertThat(after.data().at("/period/revision").asInt()).isEqualTo(1);
    assertThat(version(after)).isGreaterThan(version(before));
  }

  @Test
  void areNotFinalBeforeTheirTopIs() {
    close("early");
    service.itIs("2026-03-02T00:59:59.999Z");

    Reply before = deep("early");
    service.itIs("2026-03-02T01:00:00Z");
    Reply after = deep("early");

    assertThat(before.players()).containsExactly("early-bob", "early-cleo", "early-dora");
    assertThat(before.data().at("/period/final").asBoolean(true)).isFalse();
    assertThat(after.players()).isEqualTo(before.players());
    assertThat(after.data().at("/period/final").asBoolean()).isTrue();
  }

  private static void close(String game) {
    String day = "2026-03-01";
    STACK.execute(
        Rows.game(game, game),
        StatisticsRows.day(game + "-ada", game, day, 0, 1, 50, 0),
        StatisticsRows.day(game + "-bob", game, day, 0, 1, 40, 0),
        StatisticsRows.day(game + "-cleo", game, day, 0, 1, 30, 0),
        StatisticsRows.day(game + "-dora", game, day, 0, 1, 20, 0),
        Rows.finalStanding(
            game, DAY, 1, 20, Line.of(game + "-ada", 50), Line.of(game + "-bob", 40)),
        "update laurel.leaderboard_finals set total = 4 where game_id = '" + game + "'");
  }

  private static Reply top(String game) {
    return service.board(game, "period=daily&at=2026-03-01&limit=2");
  }

  private static Reply deep(String game) {
    return service.board(game, "period=daily&at=2026-03-01&limit=3&offset=1");
  }

  private static long version(Reply reply) {
    return reply.data().path("version").asLong();
  }
}
