package dev.laurel.pipeline.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Players who are taken off boards, and brought back. */
interface RemovalCases extends Stage {

  /** Four days on which ada, who is from NL, wins before bob and cy, in two games. */
  private static Script season() {
    Script script = new Script();
    script.profile("ada", "NL", "2026-03-01T08:00:00Z").profile("cy", "NL", "2026-03-01T08:00:00Z");
    for (String day : new String[] {"2026-02-27", "2026-03-01", "2026-03-02"}) {
      for (String game : new String[] {"chess", "go"}) {
        script.race("ada", game, 30, day + "T12:00:00Z");
        script.race("bob", game, 20, day + "T12:00:00Z");
        script.race("cy", game, 10, day + "T12:00:00Z");
      }
    }
    return script;
  }

  @Test
  default void theFirstOfEveryBoardIsTakenOffAllOfThem() throws Exception {
    Map<String, Top> before = play(season()).boards();
    Map<String, Top> after = play(season().exclude("ada", "2026-03-20T12:00:00Z")).boards();

    assertThat(before.values()).allSatisfy(top -> assertThat(top.players()).startsWith("ada"));
    assertThat(before).hasSize(3 * (1 + 3 + 2 + 2) + 3 * (1 + 2 + 1 + 1) + 3);
    before.forEach(
        (key, top) ->
            assertThat(after.getOrDefault(key, Top.EMPTY).lines())
                .as(key)
                .isEqualTo(top.lines().subList(1, top.lines().size())));
    after.values().forEach(top -> assertThat(top.total()).isEqualTo(top.lines().size()));
  }

  @Test
  default void theFirstOfEveryBoardComesBackToAllOfThem() throws Exception {
    Script script =
        season().exclude("ada", "2026-03-20T12:00:00Z").restore("ada", "2026-03-20T12:00:01Z");

    assertThat(play(script).boards()).isEqualTo(play(season()).boards());
  }

  @Test
  default void whatWasScoredWhileExcludedCountsWhenRestored() throws Exception {
    Script script =
        season()
            .exclude("ada", "2026-03-03T12:00:00Z")
            .race("ada", "chess", 1, "2026-03-04T12:00:00Z")
            .restore("ada", "2026-03-05T12:00:00Z");

    Shown shown = play(script);

    assertThat(shown.board("game/chess/NL/all-time/1970-01-01").entries())
        .containsExactly("ada 91 2026-03-04T12:00:00Z", "cy 30 2026-03-02T12:00:00Z");
    assertThat(shown.board("game/chess/*/daily/2026-03-04").entries())
        .containsExactly("ada 1 2026-03-04T12:00:00Z");
  }

  @Test
  default void theLastWordOfModeratorsCountsNotTheLastToArrive() throws Exception {
    Script script =
        season().restore("ada", "2026-03-20T12:00:00Z").exclude("ada", "2026-03-20T11:59:59Z");

    assertThat(play(script).boards()).isEqualTo(play(season()).boards());
  }

  @Test
  default void deletionFromAFullTopLetsTheNextOneAppear() throws Exception {
    Script script = season().race("dee", "chess", 5, "2026-03-02T13:00:00Z");
    Display two = Display.whole(2);

    Top full = play(script, two).board("game/chess/*/daily/2026-03-02");
    Top next =
        play(script.exclude("bob", "2026-03-20T12:00:00Z"), two)
            .board("game/chess/*/daily/2026-03-02");

    assertThat(full.players()).containsExactly("ada", "bob");
    assertThat(full.total()).isEqualTo(4);
    assertThat(next.players()).containsExactly("ada", "cy");
    assertThat(next.total()).isEqualTo(3);
  }

  @Test
  default void everyoneExcludedLeavesEmptyBoards() throws Exception {
    Script script = season();
    for (String player : new String[] {"ada", "bob", "cy"}) {
      script.exclude(player, "2026-03-20T12:00:00Z");
    }

    assertThat(play(script).boards().values()).allMatch(Top.EMPTY::equals);
  }
}
