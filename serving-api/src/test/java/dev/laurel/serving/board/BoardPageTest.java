package dev.laurel.serving.board;

import static dev.laurel.serving.board.SampleBoard.entry;
import static dev.laurel.serving.board.SampleBoard.top;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.serving.web.PageOfList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BoardPageTest {

  private final Top whole = top(1, entry("ada", 3, 1), entry("bob", 2, 1), entry("cleo", 1, 1));
  private final Top part =
      new Top(whole.board(), 1, Optional.empty(), Optional.empty(), 9, whole.entries());

  @Test
  void answersPagesInsideTheTop() {
    assertThat(BoardPage.within(part, new PageOfList(2, 1)).orElseThrow().entries())
        .extracting(Entry::playerId)
        .containsExactly("bob", "cleo");
  }

  @Test
  void leavesPagesThatGoBelowTheTopToTheTables() {
    assertThat(BoardPage.within(part, new PageOfList(3, 1))).isEmpty();
    assertThat(BoardPage.within(part, new PageOfList(1, 3))).isEmpty();
  }

  @Test
  void answersEveryPageOfABoardThatIsWhollyHeld() {
    assertThat(BoardPage.within(whole, new PageOfList(100, 2)).orElseThrow().entries()).hasSize(1);
    assertThat(
            BoardPage.within(whole, new PageOfList(10, Integer.MAX_VALUE)).orElseThrow().entries())
        .isEmpty();
  }

  @Test
  void answersAsMuchAsATopHoldsWhereNothingIsKnownBelowIt() {
    assertThat(BoardPage.asHeld(ShownTop.live(part), new PageOfList(10, 2)).entries()).hasSize(1);
    assertThatThrownBy(() -> BoardPage.asHeld(ShownTop.live(part), new PageOfList(10, 3)))
        .hasMessageStartingWith("offset is '3', expected a whole number from 0 to 2");
  }

  @Test
  void answersTheFirstPageOfATopThatIsBeingFilledAnew() {
    Top empty = new Top(whole.board(), 1, Optional.empty(), Optional.empty(), 9, List.of());

    BoardPage page = BoardPage.asHeld(ShownTop.closed(empty, 3), new PageOfList(10, 0));

    assertThat(page.entries()).isEmpty();
    assertThat(page.total()).isEqualTo(9);
    assertThat(page.revision()).contains(3);
    assertThat(new PageOfList(10, 0).of(0, 9).hasMore()).isTrue();
  }

  @Test
  void saysWhetherThereIsMore() {
    assertThat(new PageOfList(10, 0).of(10, 10).hasMore()).isFalse();
    assertThat(new PageOfList(10, 0).of(10, 11).hasMore()).isTrue();
    assertThat(new PageOfList(10, Integer.MAX_VALUE).of(0, 11).hasMore()).isFalse();
  }
}
