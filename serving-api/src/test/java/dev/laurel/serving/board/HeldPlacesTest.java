package dev.laurel.serving.board;

import static dev.laurel.serving.board.SampleBoard.entry;
import static dev.laurel.serving.board.SampleBoard.top;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeldPlacesTest {

  private static final Entry ADA = entry("ada", 3, 1);
  private static final Entry BOB = entry("bob", 2, 1);
  private static final Entry CLEO = entry("cleo", 1, 1);
  private static final Place BELOW = new Place(0, CLEO.reachedAt(), "dora");

  private final Top whole = top(1, ADA, BOB, CLEO);
  private final Top part =
      new Top(whole.board(), 1, Optional.empty(), Optional.empty(), 9, whole.entries());

  @Test
  void areThePagesInsideTheTop() {
    assertThat(ranks(part, new Which.Page(2, 1))).contains("2 bob, 3 cleo");
    assertThat(ranks(part, new Which.Page(3, 1))).isEmpty();
    assertThat(ranks(part, new Which.Page(1, 3))).isEmpty();
  }

  @Test
  void areAllPagesOfABoardThatIsWhollyHeld() {
    assertThat(ranks(whole, new Which.Page(100, 2))).contains("3 cleo");
    assertThat(ranks(whole, new Which.Page(10, Integer.MAX_VALUE))).contains("");
  }

  @Test
  void areWhatStandsBehindAPlaceThatIsHeld() {
    assertThat(ranks(part, new Which.After(Place.of(ADA), 2))).contains("2 bob, 3 cleo");
    assertThat(ranks(part, new Which.After(Place.of(ADA), 3))).isEmpty();
    assertThat(ranks(whole, new Which.After(Place.of(ADA), 3))).contains("2 bob, 3 cleo");
    assertThat(ranks(whole, new Which.After(BELOW, 3))).contains("");
    assertThat(ranks(part, new Which.After(new Place(2, BOB.reachedAt(), "aa"), 1)))
        .contains("2 bob");
    assertThat(ranks(part, new Which.After(Place.AHEAD_OF_ALL, 2))).contains("1 ada, 2 bob");
  }

  @Test
  void areWhatStandsBeforeAPlaceThatIsHeld() {
    assertThat(ranks(part, new Which.Before(Place.of(CLEO), 1))).contains("2 bob");
    assertThat(ranks(part, new Which.Before(Place.of(CLEO), 5))).contains("1 ada, 2 bob");
    assertThat(ranks(part, new Which.Before(Place.of(ADA), 5))).contains("");
    assertThat(ranks(part, new Which.Before(BELOW, 1))).isEmpty();
    assertThat(ranks(whole, new Which.Before(BELOW, 1))).contains("3 cleo");
    assertThat(ranks(whole, new Which.Before(Place.BEHIND_ALL, 2))).contains("2 bob, 3 cleo");
  }

  @Test
  void areThePlayerAmongNeighboursWhoAreHeldToo() {
    assertThat(ranks(part, new Which.Around("bob", 1))).contains("1 ada, 2 bob, 3 cleo");
    assertThat(ranks(part, new Which.Around("ada", 2))).contains("1 ada, 2 bob, 3 cleo");
    assertThat(ranks(part, new Which.Around("cleo", 0))).contains("3 cleo");
    assertThat(ranks(part, new Which.Around("cleo", 1))).isEmpty();
    assertThat(ranks(part, new Which.Around("dora", 0))).isEmpty();
    assertThat(ranks(whole, new Which.Around("cleo", 9))).contains("1 ada, 2 bob, 3 cleo");
    assertThat(ranks(whole, new Which.Around("dora", 9))).contains("");
  }

  @Test
  void arePlayersWhoAreAllHeld() {
    assertThat(ranks(part, new Which.Of(List.of("cleo", "ada")))).contains("1 ada, 3 cleo");
    assertThat(ranks(part, new Which.Of(List.of("cleo", "dora")))).isEmpty();
    assertThat(ranks(whole, new Which.Of(List.of("cleo", "dora")))).contains("3 cleo");
  }

  @Test
  void sayNothingOfABoardThatWasNeverPublished() {
    assertThat(ranks(Top.empty(whole.board()), new Which.Page(10, 0))).isEmpty();
  }

  private static Optional<String> ranks(Top top, Which which) {
    return HeldPlaces.in(ShownTop.live(top), which)
        .map(
            part ->
                String.join(
                    ", ",
                    part.entries().stream()
                        .map(each -> each.rank() + " " + each.entry().playerId())
                        .toList()));
  }
}
