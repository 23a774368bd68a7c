package dev.laurel.serving.board;

import static dev.laurel.serving.board.SampleBoard.change;
import static dev.laurel.serving.board.SampleBoard.entry;
import static dev.laurel.serving.board.SampleBoard.top;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TopTest {

  @Test
  void putsEntriesInTheOneRankOrder() {
    Top top =
        top(1, entry("zoe", 5, 1), entry("bob", 5, 2), entry("ada", 5, 2), entry("max", 9, 9));

    assertThat(top.entries())
        .extracting(Entry::playerId)
        .containsExactly("max", "zoe", "ada", "bob");
  }

  @Test
  void takesOutWhoLeftAndPutsInWhoChanged() {
    Top top = top(1, entry("ada", 5, 1), entry("bob", 4, 1));

    Top next =
        top.apply(change(2, 1, 2, List.of("ada"), entry("cleo", 3, 1), entry("bob", 2, 1)))
            .orElseThrow();

    assertThat(next.entries()).extracting(Entry::playerId).containsExactly("cleo", "bob");
    assertThat(next.version()).isEqualTo(2);
  }

  @Test
  void distrustsAChangeThatNamesAnotherSize() {
    Top top = top(1, entry("ada", 5, 1));

    assertThat(top.apply(change(2, 1, 3, List.of(), entry("bob", 4, 1)))).isEmpty();
  }

  @Test
  void findsTheFirstPlaceThatDiffers() {
    Top top = top(1, entry("ada", 5, 1), entry("bob", 4, 1));

    assertThat(top.samePlacesAs(top)).isEqualTo(Integer.MAX_VALUE);
    assertThat(top.samePlacesAs(top(2, entry("ada", 5, 1), entry("bob", 3, 1)))).isEqualTo(1);
    assertThat(top.samePlacesAs(top(2, entry("ada", 5, 1)))).isEqualTo(1);
    assertThat(top.samePlacesAs(Top.empty(top.board()))).isZero();
  }
}
