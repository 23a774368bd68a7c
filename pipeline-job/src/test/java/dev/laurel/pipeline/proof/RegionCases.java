package dev.laurel.pipeline.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** On which boards a player's region puts them. */
interface RegionCases extends Stage {

  /** Points on the last day of February and on the first two of March, all of them 2026. */
  private static Script play() {
    return new Script()
        .race("ada", "chess", 1, "2026-02-28T12:00:00Z")
        .race("ada", "chess", 2, "2026-03-01T12:00:00Z")
        .race("ada", "chess", 4, "2026-03-02T12:00:00Z");
  }

  @Test
  default void withoutAProfileAPlayerStandsOnBoardsForEveryoneOnly() throws Exception {
    Shown shown = play(play());

    assertThat(shown.boards().keySet()).allMatch(key -> key.contains("/*/"));
    assertThat(shown.board("game/chess/*/all-time/1970-01-01").entries())
        .containsExactly("ada 7 2026-03-02T12:00:00Z");
  }

  @Test
  default void aPeriodKnowsTheRegionOfTheNewestProfileBeforeItsEnd() throws Exception {
    Script script =
        play()
            .profile("ada", "NL", "2026-02-28T23:59:59.999Z")
            .profile("ada", "GB", "2026-03-02T00:00:00Z");

    Shown shown = play(script);

    assertThat(shown.boards().keySet().stream().filter(key -> key.startsWith("game/chess/NL/")))
        .containsExactlyInAnyOrder(
            "game/chess/NL/daily/2026-02-28",
            "game/chess/NL/daily/2026-03-01",
            "game/chess/NL/weekly/2026-02-23",
            "game/chess/NL/monthly/2026-02-01");
    assertThat(shown.boards().keySet().stream().filter(key -> key.startsWith("game/chess/GB/")))
        .containsExactlyInAnyOrder(
            "game/chess/GB/all-time/1970-01-01",
            "game/chess/GB/daily/2026-03-02",
            "game/chess/GB/weekly/2026-03-02",
            "game/chess/GB/monthly/2026-03-01");
    assertThat(region(shown, "game/chess/*/daily/2026-03-01")).contains("NL");
    assertThat(region(shown, "game/chess/*/all-time/1970-01-01")).contains("GB");
  }

  @Test
  default void aProfileThatComesLateMovesThePeriodsItWasTrueFor() throws Exception {
    Script script =
        play()
            .profile("ada", "GB", "2026-03-02T00:00:00Z")
            .profile("ada", "NL", "2026-03-01T12:00:00Z");

    Shown shown = play(script);

    assertThat(shown.boards().keySet())
        .contains("game/chess/NL/daily/2026-03-01", "game/chess/NL/weekly/2026-02-23")
        .contains("game/chess/GB/daily/2026-03-02", "game/chess/GB/all-time/1970-01-01")
        .doesNotContain("game/chess/NL/daily/2026-02-28", "game/chess/GB/daily/2026-02-28");
    assertThat(region(shown, "game/chess/*/daily/2026-02-28")).isEmpty();
  }

  @Test
  default void aChangeOfRegionTakesThePlayerOffTheOldBoard() throws Exception {
    Script script =
        play()
            .profile("ada", "NL", "2026-02-01T00:00:00Z")
            .profile("ada", "GB", "2026-02-02T00:00:00Z");

    assertThat(play(script).boards())
        .allSatisfy(
            (key, top) -> {
              if (key.contains("/NL/")) {
                assertThat(top).isEqualTo(Top.EMPTY);
              }
            })
        .containsKeys("game/chess/GB/daily/2026-02-28", "global/global/GB/all-time/1970-01-01");
  }

  @Test
  default void ofProfilesOfTheSameTimeTheGreatestEventIdCounts() throws Exception {
    Script script =
        play()
            .profile("ada", "NL", "2026-02-01T00:00:00Z")
            .profile("ada", "GB", "2026-02-01T00:00:00Z");

    assertThat(region(play(script), "game/chess/*/daily/2026-02-28")).contains("GB");
  }

  private static Optional<String> region(Shown shown, String board) {
    return shown.board(board).lines().get(0).region();
  }
}
