package dev.laurel.serving.board;

import static dev.laurel.serving.board.SampleBoard.change;
import static dev.laurel.serving.board.SampleBoard.entry;
import static dev.laurel.serving.board.SampleBoard.top;
import static dev.laurel.serving.board.SampleBoard.whole;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.serving.board.BoardLine.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoardLineTest {

  private final BoardLine line = new BoardLine();

  @Test
  void beginsWithAChangeThatHoldsTheWholeTop() {
    assertThat(line.offer(whole(3, entry("ada", 5, 1)))).isEqualTo(Outcome.APPLIED);

    assertThat(version()).isEqualTo(3);
  }

  @Test
  void dropsWhatIsNotNewer() {
    line.load(top(5, entry("ada", 5, 1)));

    assertThat(line.offer(whole(5))).isEqualTo(Outcome.DROPPED);
    assertThat(line.offer(change(4, 3, 0, List.of("ada")))).isEqualTo(Outcome.DROPPED);
    assertThat(line.held().orElseThrow().entries()).hasSize(1);
    assertThat(line.hasGap()).isFalse();
  }

  @Test
  void keepsWhatComesAfterAGapUntilTheTableJoinsUp() {
    line.load(top(1, entry("ada", 5, 1)));

    assertThat(line.offer(change(4, 3, 2, List.of(), entry("bob", 4, 1)))).isEqualTo(Outcome.GAP);
    assertThat(line.offer(change(5, 4, 3, List.of(), entry("cleo", 3, 1)))).isEqualTo(Outcome.GAP);
    assertThat(version()).isEqualTo(1);

    line.load(top(2, entry("ada", 6, 1)));
    assertThat(line.hasGap()).isTrue();

    line.load(top(3, entry("ada", 7, 1)));
    assertThat(line.hasGap()).isFalse();
    assertThat(version()).isEqualTo(5);
    assertThat(line.held().orElseThrow().entries())
        .extracting(Entry::playerId)
        .containsExactly("ada", "bob", "cleo");
  }

  @Test
  void closesAGapWithATableThatIsFurther() {
    line.offer(change(4, 3, 2, List.of(), entry("bob", 4, 1)));

    line.load(top(9, entry("zoe", 5, 1)));

    assertThat(line.hasGap()).isFalse();
    assertThat(version()).isEqualTo(9);
  }

  @Test
  void closesAGapWithAChangeThatHoldsTheWholeTop() {
    line.offer(change(4, 3, 2, List.of(), entry("bob", 4, 1)));

    assertThat(line.offer(whole(8, entry("zoe", 5, 1)))).isEqualTo(Outcome.APPLIED);

    assertThat(line.hasGap()).isFalse();
  }

  @Test
  void treatsAWrongSizeAsAGap() {
    line.load(top(1, entry("ada", 5, 1)));

    assertThat(line.offer(change(2, 1, 7, List.of(), entry("bob", 4, 1)))).isEqualTo(Outcome.GAP);
    assertThat(version()).isEqualTo(1);

    line.load(top(2, entry("ada", 5, 1), entry("bob", 4, 1)));
    assertThat(line.hasGap()).isFalse();
    assertThat(version()).isEqualTo(2);
  }

  @Test
  void isNotLedBackByAnOlderTable() {
    line.offer(whole(8, entry("zoe", 5, 1)));

    assertThat(line.load(top(7, entry("ada", 5, 1)))).isEqualTo(Outcome.DROPPED);
    assertThat(version()).isEqualTo(8);
  }

  @Test
  void boundsWhatWaits() {
    for (long version = 10; version < 10 + 3L * BoardLine.MOST_PENDING; version++) {
      line.offer(change(version, version - 1, 1, List.of(), entry("ada", version, 1)));
    }
    long last = 9 + 3L * BoardLine.MOST_PENDING;

    line.load(top(last - BoardLine.MOST_PENDING - 1, entry("ada", 1, 1)));
    assertThat(line.hasGap()).isTrue();

    line.load(top(last - BoardLine.MOST_PENDING, entry("ada", 1, 1)));
    assertThat(line.hasGap()).isFalse();
    assertThat(version()).isEqualTo(last);
  }

  private long version() {
    return line.held().orElseThrow().version();
  }
}
