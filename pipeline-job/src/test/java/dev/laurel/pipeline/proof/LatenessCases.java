package dev.laurel.pipeline.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Events that come late, twice, or where one period ends and the next begins. */
interface LatenessCases extends Stage {

  @Test
  default void anUnlockDatedThirteenDaysBackCountsInItsOwnPeriods() throws Exception {
    Script script =
        new Script()
            .race("ada", "chess", 150, "2026-03-14T12:00:00Z")
            .race("ada", "chess", 50, "2026-03-01T10:00:00Z")
            .unlock("bob", "chess", "win", "2026-03-01T12:00:00Z");

    Shown shown = play(script);

    assertThat(shown.board("game/chess/*/daily/2026-03-01").entries())
        .containsExactly("bob 100 2026-03-01T12:00:00Z", "ada 50 2026-03-01T10:00:00Z");
    assertThat(shown.board("global/global/*/weekly/2026-02-23").players())
        .containsExactly("bob", "ada");
    assertThat(shown.board("global/global/*/weekly/2026-03-09").entries())
        .containsExactly("ada 150 2026-03-14T12:00:00Z");
    assertThat(shown.board("game/chess/*/daily/2026-03-14").players()).containsExactly("ada");
    assertThat(shown.board("game/chess/*/monthly/2026-03-01").entries())
        .containsExactly("ada 200 2026-03-14T12:00:00Z", "bob 100 2026-03-01T12:00:00Z");
  }

  @Test
  default void ofAnUnlockThatComesTwiceTheFirstToBeLoggedCounts() throws Exception {
    Script script =
        new Script()
            .unlock("ada", "chess", "win", "2026-03-02T12:00:00Z")
            .unlock("ada", "chess", "win", "2026-03-01T12:00:00Z")
            .unlock("ada", "chess", "win", "2026-03-03T12:00:00Z");

    Shown shown = play(script);

    assertThat(shown.board("game/chess/*/daily/2026-03-02").entries())
        .containsExactly("ada 100 2026-03-02T12:00:00Z");
    assertThat(shown.board("game/chess/*/daily/2026-03-01")).isEqualTo(Top.EMPTY);
    assertThat(shown.board("game/chess/*/daily/2026-03-03")).isEqualTo(Top.EMPTY);
    assertThat(shown.board("global/global/*/all-time/1970-01-01").entries())
        .containsExactly("ada 100 2026-03-02T12:00:00Z");
    assertThat(shown.refused()).isEmpty();
  }

  @Test
  default void aPlayersTotalIsTheSumOfTheirGames() throws Exception {
    Script script =
        new Script()
            .race("ada", "chess", 7, "2026-03-01T12:00:00Z")
            .race("ada", "go", -10, "2026-03-01T12:00:00Z")
            .race("ada", 4, "2026-03-01T12:00:00Z")
            .unlock("ada", "tag", "win", "2026-03-02T12:00:00Z")
            .unlock("ada", "tag", "win", "2026-03-02T12:00:00Z")
            .race("ada", "checkers", 40, "2026-03-02T12:00:00Z");

    Shown shown = play(script);

    Map<String, GameTotals> games = shown.games().get("ada");
    assertThat(games).containsOnlyKeys("chess", "go", "tag", "_none");
    assertThat(games.values().stream().mapToLong(game -> game.score().points()).sum())
        .isEqualTo(101)
        .isEqualTo(shown.players().get("ada").score().points());
    assertThat(shown.board("global/global/*/daily/2026-03-02").entries())
        .containsExactly("ada 100 2026-03-02T12:00:00Z");
    assertThat(shown.refused()).isEqualTo(Map.of(5L, "UNKNOWN_GAME"));
  }

  @Test
  default void atTheEndOfASeasonEveryEventFallsInExactlyOnePeriodOfAKind() throws Exception {
    Instant midnight = Instant.parse("2027-01-04T00:00:00Z");
    Script script = new Script().loggedAt("2027-01-04T00:01:00Z");
    for (int i = 0; i < 60; i++) {
      script.race("p" + i % 7, "chess", 1, midnight.plusMillis((i * 37) % 60 - 30).toString());
    }

    Shown shown = play(script);

    assertThat(points(shown, "daily/2027-01-03")).isEqualTo(30);
    assertThat(points(shown, "daily/2027-01-04")).isEqualTo(30);
    assertThat(points(shown, "weekly/2026-12-28")).isEqualTo(30);
    assertThat(points(shown, "weekly/2027-01-04")).isEqualTo(30);
    assertThat(points(shown, "monthly/2027-01-01")).isEqualTo(60);
    assertThat(shown.boards().keySet().stream().filter(key -> key.startsWith("game/chess/*/")))
        .hasSize(6);
  }

  /** A season ends amid two thousand events, many late, some of them when it has closed. */
  @Test
  default void underLoadTooEveryEventFallsInThePeriodInWhichItHappened() throws Exception {
    Instant begins = Instant.parse("2027-01-03T23:00:00Z");
    Instant midnight = Instant.parse("2027-01-04T00:00:00Z");
    Script script = new Script();
    int before = 0;
    for (int i = 0; i < 2_000; i++) {
      Instant logged = begins.plusSeconds(i * 5L);
      Instant occurred = logged.minusSeconds(i * 7_919L % 10_000 * (i % 3));
      before += occurred.isBefore(midnight) ? 1 : 0;
      script.loggedAt(logged.toString()).race("p" + i % 7, "chess", 1, occurred.toString());
    }

    Shown shown = play(script);

    assertThat(before).isBetween(900, 1_500);
    assertThat(points(shown, "weekly/2026-12-28")).isEqualTo(before);
    assertThat(points(shown, "weekly/2027-01-04")).isEqualTo(2_000 - before);
    assertThat(points(shown, "daily/2027-01-04")).isEqualTo(2_000 - before);
    assertThat(points(shown, "monthly/2027-01-01")).isEqualTo(2_000);
  }

  private static long points(Shown shown, String period) {
    return shown.board("game/chess/*/" + period).lines().stream()
        .mapToLong(Ranking.Line::score)
        .sum();
  }

  @Test
  default void periodsBeginWhereTheCalendarSaysSo() throws Exception {
    List<String> times =
        List.of(
            "2023-12-31T23:59:59.999Z",
            "2024-01-01T00:00:00Z",
            "2024-02-29T23:59:59.999Z",
            "2024-03-01T00:00:00Z",
            "2024-12-30T00:00:00Z");
    Script script = new Script().loggedAt("2025-01-01T00:00:00Z");
    times.forEach(time -> script.race("ada", 1, time));

    assertThat(play(script).boards().keySet())
        .containsExactlyInAnyOrder(
            "global/global/*/all-time/1970-01-01",
            "global/global/*/daily/2023-12-31",
            "global/global/*/daily/2024-01-01",
            "global/global/*/daily/2024-02-29",
            "global/global/*/daily/2024-03-01",
            "global/global/*/daily/2024-12-30",
            "global/global/*/weekly/2023-12-25",
            "global/global/*/weekly/2024-01-01",
            "global/global/*/weekly/2024-02-26",
            "global/global/*/weekly/2024-12-30",
            "global/global/*/monthly/2023-12-01",
            "global/global/*/monthly/2024-01-01",
            "global/global/*/monthly/2024-02-01",
            "global/global/*/monthly/2024-03-01",
            "global/global/*/monthly/2024-12-01");
  }
}
