package dev.laurel.serving;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the calls about a player refuse, and that they name the value they do not take. */
class PlayerRefusalTest {

  private static final Stack STACK = Stack.shared();

  @BeforeAll
  static void fill() {
    STACK.execute(StatisticsRows.player("ida", 0, 0, 0, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "nobody/dashboard, 404, USER_NOT_FOUND, ''",
    "a%00b/dashboard, 404, USER_NOT_FOUND, ''",
    "ida/dashboard?timeframe=0d, 400, INVALID_PARAMETER, 0d",
    "ida/dashboard?timeframe=401d, 400, INVALID_PARAMETER, 401d",
    "ida/dashboard?timeframe=7, 400, INVALID_PARAMETER, 7",
    "ida/dashboard?timeframe=1w, 400, INVALID_PARAMETER, 1w",
    "ida/dashboard?timeframe=, 400, INVALID_PARAMETER, ''",
    "ida/dashboard?timeframe=-7d, 400, INVALID_PARAMETER, -7d",
    "ida/dashboard?timeframe=7d&timeframe=8d, 400, INVALID_PARAMETER, '7d,8d'",
    "ida/dashboard?limit=0, 400, INVALID_LIMIT, 0",
    "ida/dashboard?limit=401, 400, INVALID_LIMIT, 401",
    "ida/dashboard?limit=ten, 400, INVALID_LIMIT, ten",
    "nobody/statistics, 404, USER_NOT_FOUND, ''",
    "ida/statistics?gameId=nothing, 404, GAME_NOT_FOUND, ''",
    "ida/statistics?gameId=global, 404, GAME_NOT_FOUND, ''",
    "ida/statistics?gameId=a%00b, 404, GAME_NOT_FOUND, ''",
    "ida/statistics?granularity=weekly, 400, INVALID_PARAMETER, weekly",
    "ida/statistics?granularity=DAILY, 400, INVALID_PARAMETER, DAILY",
    "ida/statistics?from=2024-02-30, 400, INVALID_PARAMETER, 2024-02-30",
    "ida/statistics?to=yesterday, 400, INVALID_PARAMETER, yesterday",
    "ida/statistics?from=2024-03-02&to=2024-03-01, 400, INVALID_PARAMETER, 2024-03-02",
    "ida/statistics?limit=0, 400, INVALID_LIMIT, 0",
    "ida/statistics?limit=401, 400, INVALID_LIMIT, 401",
    "ida/statistics?offset=-1, 400, INVALID_OFFSET, -1",
    "nobody/achievements, 404, USER_NOT_FOUND, ''",
    "ida/achievements?gameId=nothing, 404, GAME_NOT_FOUND, ''",
    "ida/achievements?gameId=_none, 404, GAME_NOT_FOUND, ''",
    "ida/achievements?sort=rarity:desc, 400, INVALID_PARAMETER, rarity:desc",
    "ida/achievements?sort=points, 400, INVALID_PARAMETER, points",
    "ida/achievements?category=, 400, INVALID_PARAMETER, ''",
    "ida/achievements?page=0, 400, INVALID_PARAMETER, 0",
    "ida/achievements?page=2147483648, 400, INVALID_PARAMETER, 2147483648",
    "ida/achievements?page=two, 400, INVALID_PARAMETER, two",
    "ida/achievements?limit=0, 400, INVALID_LIMIT, 0",
    "ida/achievements?limit=101, 400, INVALID_LIMIT, 101",
    "ida/achievements?limit=x, 400, INVALID_LIMIT, x",
  })
  void refusesWhatItDoesNotUnderstand(String path, int status, String code, String value) {
    Reply reply = STACK.get("/api/v1/players/" + path);

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.code()).isEqualTo(code);
    assertThat(reply.refusedValue()).isEqualTo(value);
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @CsvSource({"dashboard", "statistics", "achievements"})
  void namesTheMethodsItAnswers(String call) {
    Reply reply = STACK.send("POST", "/api/v1/players/ida/" + call, "{}");

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
  }
}
