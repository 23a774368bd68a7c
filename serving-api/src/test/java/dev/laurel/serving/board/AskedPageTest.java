package dev.laurel.serving.board;

import static dev.laurel.serving.board.SampleBoard.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.common.uri.UriQuery;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Walks over a board of four that changes under them. */
class AskedPageTest {

  private static final Top BOARD =
      SampleBoard.top(
          1, entry("ada", 4, 1), entry("bob", 3, 1), entry("cleo", 2, 1), entry("dora", 1, 1));

  @Test
  void leadsOnAndBackFromTheMiddle() {
    AskedPage.Pagination page = asked("limit=2&offset=1").of(part(asked("limit=2&offset=1")));

    assertThat(names(page.cursor())).isEqualTo("4 dora");
    assertThat(names(page.previousCursor())).isEqualTo("1 ada");
  }

  @Test
  void leadsToTheFirstPageFromAnEmptyPageBeforeAPlace() {
    AskedPage asked = asked("limit=2&cursor=" + new Cursor(SampleBoard.BOARD, false, placeOf(0)));

    AskedPage.Pagination page = asked.of(part(asked));

    assertThat(page.offset()).isZero();
    assertThat(page.hasMore()).isTrue();
    assertThat(names(page.cursor())).isEqualTo("1 ada, 2 bob");
    assertThat(page.previousCursor()).isEmpty();
  }

  @Test
  void leadsToTheLastPageFromAnEmptyPageBehindAPlace() {
    AskedPage asked = asked("limit=2&cursor=" + new Cursor(SampleBoard.BOARD, true, placeOf(3)));

    AskedPage.Pagination page = asked.of(part(asked));

    assertThat(page.offset()).isEqualTo(4);
    assertThat(page.hasMore()).isFalse();
    assertThat(page.cursor()).isEmpty();
    assertThat(names(page.previousCursor())).isEqualTo("3 cleo, 4 dora");
  }

  @Test
  void leadsNowhereOnABoardThatEverybodyLeft() {
    for (boolean forwards : new boolean[] {true, false}) {
      AskedPage asked =
          asked("limit=2&cursor=" + new Cursor(SampleBoard.BOARD, forwards, placeOf(2)));

      AskedPage.Pagination page =
          asked.of(HeldPlaces.in(ShownTop.live(SampleBoard.top(2)), asked.which()).orElseThrow());

      assertThat(page.hasMore()).isFalse();
      assertThat(page.cursor()).isEmpty();
      assertThat(page.previousCursor()).isEmpty();
    }
  }

  private static AskedPage asked(String query) {
    return AskedPage.of(UriQuery.create(query), SampleBoard.BOARD);
  }

  private static BoardPart part(AskedPage asked) {
    return HeldPlaces.in(ShownTop.live(BOARD), asked.which()).orElseThrow();
  }

  private static Place placeOf(int index) {
    return Place.of(BOARD.entries().get(index));
  }

  /** Who stands on the page of two that a cursor leads to. */
  private static String names(Optional<String> cursor) {
    return String.join(
        ", ",
        part(asked("limit=2&cursor=" + cursor.orElseThrow())).entries().stream()
            .map(each -> each.rank() + " " + each.entry().playerId())
            .toList());
  }
}
