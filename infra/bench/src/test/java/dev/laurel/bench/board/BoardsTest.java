package dev.laurel.bench.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BoardsTest {

  private static final Boards EXPECTED =
      new Boards(
          Map.of(
              "global", List.of(new Entry("ada", 5), new Entry("bob", 3)),
              "chess", List.of(new Entry("bob", 3))));

  @Test
  void equalBoardsDoNotDiffer() {
    assertThat(new Boards(EXPECTED.byName()).differencesFrom(EXPECTED)).isEmpty();
  }

  @Test
  void aMissingBoardDiffersAndSoDoesOneTooMany() {
    Boards made =
        new Boards(
            Map.of("global", EXPECTED.byName().get("global"), "go", List.of(new Entry("ada", 1))));

    assertThat(made.differencesFrom(EXPECTED))
        .containsExactly(
            "chess: place 1 is empty, expected Entry[playerId=bob, score=3] (0 entries, expected"
                + " 1)",
            "go: place 1 is Entry[playerId=ada, score=1], expected empty (1 entries, expected 0)");
  }

  @Test
  void theFirstPlaceThatDiffersIsNamed() {
    Boards made =
        new Boards(
            Map.of(
                "global", List.of(new Entry("ada", 5), new Entry("bob", 4)),
                "chess", List.of(new Entry("bob", 3))));

    assertThat(made.differencesFrom(EXPECTED))
        .singleElement()
        .asString()
        .startsWith("global: place 2 is Entry[playerId=bob, score=4], expected");
  }
}
