package dev.laurel.serving.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.serving.web.Answer;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeldPagesTest {
  private static final BoardKey CHESS = BoardKey.allTime("chess");

  private final HeldPages pages = new HeldPages();

  @Test
  void areThoseOfTheSameTopAndTheSameAge() {
    Answer answer = answer(false);
    pages.keep(page(10, 0), 7, answer);

    assertThat(pages.find(page(10, 0), 7, false)).containsSame(answer);
    assertThat(pages.find(page(10, 0), 8, false)).as("another top").isEmpty();
    assertThat(pages.find(page(10, 0), 7, true)).as("stale by now").isEmpty();
    assertThat(pages.find(page(10, 10), 7, false)).as("another page").isEmpty();
    assertThat(pages.find(page(20, 0), 7, false)).as("a longer page").isEmpty();
  }

  @Test
  void giveWayToNewerOnesAndToOthers() {
    Answer newer = answer(false);
    pages.keep(page(10, 0), 7, answer(false));
    pages.keep(page(10, 0), 7, newer);
    assertThat(pages.find(page(10, 0), 7, false)).containsSame(newer);

    for (int offset = 1; offset <= 1_000; offset++) {
      pages.keep(page(10, offset), 7, answer(false));
    }
    assertThat(pages.find(page(10, 0), 7, false)).isEqualTo(Optional.empty());
    assertThat(pages.find(page(10, 1_000), 7, false)).isPresent();
  }

  private static AskedPage page(int limit, int offset) {
    return new AskedPage(CHESS, new Which.Page(limit, offset), limit);
  }

  private static Answer answer(boolean stale) {
    return new Answer("data", "no-cache", stale);
  }
}
