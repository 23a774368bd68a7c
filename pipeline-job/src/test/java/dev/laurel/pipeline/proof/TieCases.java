package dev.laurel.pipeline.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Equal scores, and scores of 0. */
interface TieCases extends Stage {
  String CHESS = "game/chess/*/all-time/1970-01-01";

  @Test
  default void equalScoresAreCutRightAtEveryPageEdge() throws Exception {
    Script script = new Script();
    for (String player : List.of("d-2", "ada", "z_1", "Zz", "d-1", "ad", "Z", "d-10", "a")) {
      script.race(player, "chess", 7, "2026-03-01T12:00:00Z");
    }
    script.race("late", "chess", 7, "2026-03-01T12:00:00.001Z");
    script.race("early", "chess", 7, "2026-03-01T11:59:59.999Z");

    for (int edge = 1; edge <= 12; edge++) {
      Top top = play(script, Display.whole(edge)).board(CHESS);

      assertThat(top.total()).isEqualTo(11);
      assertThat(top.players())
          .isEqualTo(
              List.of("early", "Z", "Zz", "a", "ad", "ada", "d-1", "d-10", "d-2", "z_1", "late")
                  .subList(0, Math.min(edge, 11)));
    }
  }

  @Test
  default void aScoreOfZeroStandsWhereItIsReachedFirst() throws Exception {
    Script script =
        new Script()
            .race("minus", "chess", -1, "2026-03-01T12:00:00Z")
            .unlock("looked", "chess", "look", "2026-03-01T12:00:00Z")
            .race("looked", "chess", 0, "2026-03-01T11:00:00Z")
            .race("looked", "chess", 0, "2026-03-01T13:00:00Z")
            .race("plus", "chess", 1, "2026-03-01T12:00:00Z");

    assertThat(play(script).board(CHESS).entries())
        .containsExactly(
            "plus 1 2026-03-01T12:00:00Z",
            "looked 0 2026-03-01T11:00:00Z",
            "minus -1 2026-03-01T12:00:00Z");
  }

  @Test
  default void aScoreThatReturnsToZeroStandsWithTheTimeOfItsReturn() throws Exception {
    Script script =
        new Script()
            .unlock("looked", "chess", "look", "2026-03-01T12:30:00Z")
            .race("back", "chess", 5, "2026-03-01T12:00:00Z")
            .race("back", "chess", -5, "2026-03-01T13:00:00Z")
            .race("back", "chess", 0, "2026-03-01T14:00:00Z");

    Shown shown = play(script);

    List<String> lines = List.of("looked 0 2026-03-01T12:30:00Z", "back 0 2026-03-01T13:00:00Z");
    assertThat(shown.board(CHESS).entries()).isEqualTo(lines);
    assertThat(shown.board("game/chess/*/daily/2026-03-01").entries()).isEqualTo(lines);
    assertThat(shown.board("global/global/*/all-time/1970-01-01").entries()).isEqualTo(lines);
  }

  @Test
  default void aPenaltyMovesItsPlayerDownOnTheBoardsOfItsTimeOnly() throws Exception {
    Script script =
        new Script()
            .race("ada", "chess", 9, "2026-03-01T12:00:00Z")
            .race("bob", "chess", 8, "2026-03-01T12:00:00Z")
            .race("ada", "chess", -2, "2026-03-02T12:00:00Z");

    Shown shown = play(script);

    assertThat(shown.board(CHESS).entries())
        .containsExactly("bob 8 2026-03-01T12:00:00Z", "ada 7 2026-03-02T12:00:00Z");
    assertThat(shown.board("game/chess/*/daily/2026-03-01").entries())
        .containsExactly("ada 9 2026-03-01T12:00:00Z", "bob 8 2026-03-01T12:00:00Z");
    assertThat(shown.board("game/chess/*/daily/2026-03-02").entries())
        .containsExactly("ada -2 2026-03-02T12:00:00Z");
  }
}
