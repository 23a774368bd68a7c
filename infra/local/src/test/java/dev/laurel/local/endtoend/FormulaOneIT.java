package dev.laurel.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The boards of 27 seasons of Formula 1 against the official standings. */
@ExtendWith(RunningStack.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FormulaOneIT {
  private static final Set<String> ROUND_BY_ROUND =
      Set.of("f1-2000", "f1-2007", "f1-2021", "f1-2025");
  private static final String SENTINEL_GAME =
      "{\"kind\":\"game\",\"gameId\":\"sentinel\",\"name\":\"Sentinel\"}";
  private static final String SENTINEL =
      """
      {"type":"action","eventId":"s-1","requestId":"s-1","actionId":"s-1","playerId":"sentinel","gameId":"sentinel",\
      "actionType":"DAILY_BONUS","occurredAt":"2026-11-01T00:00:00Z"}""";

  private static FormulaOne formulaOne;
  private static BoardClient boards;

  @BeforeAll
  static void loadTheCatalog(Stack stack) {
    formulaOne = FormulaOne.beside(stack.root());
    assumeTrue(formulaOne.isThere(), formulaOne.absence());
    boards = new BoardClient(stack.api());
    stack.laurel("catalog", "load", formulaOne.catalog().toString());
  }

  @Test
  @Order(1)
  void theBoardOfASeasonIsTheOfficialOneAfterEveryRound(Stack stack) {
    Map<String, NavigableMap<Integer, List<FormulaOne.Place>>> standings = formulaOne.standings();
    SeasonBoards seasons = new SeasonBoards(formulaOne, boards);
    try (Events events = new Events(stack.bootstrapServers())) {
      formulaOne
          .seasons()
          .forEach(
              (season, lines) -> {
                if (!ROUND_BY_ROUND.contains(season)) {
                  events.send(lines);
                  return;
                }
                FormulaOne.rounds(lines)
                    .forEach(
                        (round, results) -> {
                          events.send(results);
                          seasons.hold(season, standings.get(season).get(round));
                        });
              });
      events.send(longAfterwards());
    }
  }

  /** Something of later in every partition, so that event time has passed all races everywhere. */
  private static List<String> longAfterwards() {
    return IntStream.range(0, 200)
        .mapToObj(
            n ->
                """
                {"type":"action","eventId":"later-%1$d","requestId":"later-%1$d","actionId":"later-%1$d",\
                "playerId":"later-%1$d","actionType":"DAILY_BONUS","occurredAt":"2026-11-01T00:00:00Z"}"""
                    .formatted(n))
        .toList();
  }

  @Test
  @Order(2)
  void theFinalBoardOfEverySeasonIsTheOfficialOne() {
    new SeasonBoards(formulaOne, boards).holdFinals();
  }

  @ParameterizedTest
  @Order(3)
  @CsvSource({
    "f1-2021, all-time, 2021-01-01, 2021-12-31, GB",
    "f1-2021, monthly,  2021-07-01, 2021-07-31, *",
    "f1-2021, monthly,  2021-07-01, 2021-07-31, GB",
    "global,  monthly,  2021-11-01, 2021-11-30, *",
    "global,  monthly,  2021-11-01, 2021-11-30, FR",
    "f1-2026, weekly,   2026-06-29, 2026-07-05, *",
    "global,  weekly,   2026-06-29, 2026-07-05, GB",
    "f1-2026, daily,    2026-07-26, 2026-07-26, IT"
  })
  void theBoardOfARegionOrAPeriodIsTheSumOfItsResults(
      String game, String period, LocalDate first, LocalDate last, String region) {
    List<SeasonSums.Line> expected =
        new SeasonSums(formulaOne)
            .ranked(
                of -> game.equals("global") || of.equals(game),
                day -> !day.isBefore(first) && !day.isAfter(last),
                nation -> region.equals("*") || nation.equals(region));
    String path =
        "/api/v1/leaderboards/%s?limit=100&period=%s".formatted(game, period)
            + (period.equals("all-time") ? "" : "&at=" + last)
            + (region.equals("*") ? "" : "&region=" + region);
    assertThat(expected).isNotEmpty();
    await(path)
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(
            () -> {
              JsonNode board = boards.get(path).path("data");
              assertThat(board.path("leaderboard"))
                  .extracting(SeasonSums.Line::of)
                  .isEqualTo(expected);
              assertThat(board.path("period").path("final").asBoolean())
                  .isEqualTo(!period.equals("all-time"));
            });
  }

  /** Days go by whole months when they are no longer kept; months stay for ever. */
  @Test
  @Order(3)
  void theStatisticsOfEveryDriverAreTheSumsOfTheirResults(Stack stack) throws Exception {
    SeasonSums sums = new SeasonSums(formulaOne);
    Database database = Database.of(stack);
    await("months and days of drivers")
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              assertThat(database.points("player_monthly_stats", "month"))
                  .isEqualTo(sums.points(day -> day.withDayOfMonth(1)));
              assertThat(database.points("player_daily_stats", "day"))
                  .hasSizeGreaterThan(100)
                  .isEqualTo(since(database.keptFrom("player_daily_stats"), sums));
            });
    assertThat(
            database.number(
                """
                select count(*) from (
                  select player_id, game_id, sum(points) as points from laurel.player_monthly_stats
                  where game_id like 'f1-%' group by player_id, game_id) as months
                full join (select * from laurel.player_scores where game_id like 'f1-%') as season
                  using (player_id, game_id)
                where months.points is distinct from season.score"""))
        .as("seasons that are not the sum of their months")
        .isZero();
  }

  private static Map<String, Long> since(String keptFrom, SeasonSums sums) {
    Map<String, Long> days = sums.points(day -> day);
    days.keySet().removeIf(key -> key.substring(key.length() - 10).compareTo(keptFrom) < 0);
    return days;
  }

  @Test
  @Order(4)
  void aDayOfLongAgoIsNoLongerKept(Stack stack) {
    Database database = Database.of(stack);
    await("a day is let go")
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              database.letGo();
              assertThat(boards.status("/api/v1/leaderboards/f1-2021?period=daily&at=2021-07-18"))
                  .isEqualTo(404);
            });
  }

  @Test
  @Order(5)
  void theSameFileOnceMoreChangesNoScoreAndPushesNoFrame(Stack stack) {
    Map<String, JsonNode> before = allBoards();
    stack.loadCatalog(SENTINEL_GAME);
    try (LiveBoard live = LiveBoard.open(stack.api(), "global", 100);
        Events events = new Events(stack.bootstrapServers())) {
      formulaOne.seasons().keySet().forEach(season -> live.subscribe(season, 100));
      live.subscribe("sentinel", 10);
      int boardsShown = 2 + formulaOne.seasons().size();
      await().atMost(Duration.ofSeconds(30)).until(() -> live.updates().size() == boardsShown);

      stack.laurel("replay", formulaOne.events().toString());
      LogProgress.awaitCheckpointOfAll(stack.bootstrapServers());
      events.send(List.of(SENTINEL));

      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> live.updates().stream().anyMatch(f -> f.shows("sentinel")));
      assertThat(live.updates().subList(boardsShown, live.updates().size()))
          .allMatch(frame -> frame.gameId().equals("sentinel") || frame.shows("sentinel"));
    }
    assertThat(allBoards()).isEqualTo(before);
  }

  private static Map<String, JsonNode> allBoards() {
    Map<String, JsonNode> all = new TreeMap<>();
    formulaOne.seasons().keySet().forEach(season -> all.put(season, boards.leaderboard(season)));
    return all;
  }
}
