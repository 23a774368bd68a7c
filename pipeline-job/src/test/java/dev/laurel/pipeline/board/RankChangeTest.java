package dev.laurel.pipeline.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RankChangeTest {
  private static final Board BOARD = Board.of("chess");

  @Property
  void appliedToTheTopBeforeItGivesTheTopAfterIt(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 40) int steps,
      @ForAll @IntRange(min = 1, max = 12) int topSize) {
    RandomChanges changes = new RandomChanges(new Random(seed), List.of(BOARD), 20);
    for (int i = 0; i < 30; i++) {
      changes.next();
    }
    BoardTop before = top(7, changes.top(BOARD, topSize));
    for (int i = 0; i < steps; i++) {
      changes.next();
    }
    BoardTop after = top(9, changes.top(BOARD, topSize));

    RankChange change = RankChange.between(before, after);

    assertThat(HeldTops.applied(change, before.entries())).isEqualTo(after.entries());
    assertThat(change.appliesTo()).contains(7L);
    assertThat(change.changes()).allSatisfy(entry -> ranksAreRight(entry, before, after));
    assertThat(change.changes()).isSortedAccordingTo((a, b) -> a.rank() - b.rank());
    assertThat(change.changes())
        .extracting(RankChange.Change::standing)
        .doesNotContainAnyElementsOf(before.entries());
  }

  @Property
  void wholeGivesTheTopToWhomeverHasNone(@ForAll long seed) {
    RandomChanges changes = new RandomChanges(new Random(seed), List.of(BOARD), 20);
    for (int i = 0; i < 30; i++) {
      changes.next();
    }
    BoardTop top = top(7, changes.top(BOARD, 10));

    RankChange change = RankChange.whole(top);

    assertThat(HeldTops.applied(change, List.of())).isEqualTo(top.entries());
    assertThat(change.appliesTo()).isEmpty();
    assertThat(change.removed()).isEmpty();
  }

  @Test
  void anEntryThatIsOnlyMovedByOthersIsNotToldAgain() {
    BoardTop before = top(1, List.of(standing("a", 3), standing("b", 2), standing("c", 1)));
    BoardTop after = top(2, List.of(standing("c", 4), standing("a", 3), standing("b", 2)));

    RankChange change = RankChange.between(before, after);

    assertThat(change.changes()).containsExactly(new RankChange.Change(1, 3, standing("c", 4)));
    assertThat(change.removed()).isEmpty();
  }

  @Test
  void whoFallsOutIsRemovedAndWhoComesInHadNoRank() {
    BoardTop before = top(1, List.of(standing("a", 3), standing("b", 2)));
    BoardTop after = top(2, List.of(standing("a", 3), standing("d", 3)));

    RankChange change = RankChange.between(before, after);

    assertThat(change.changes()).containsExactly(new RankChange.Change(2, 0, standing("d", 3)));
    assertThat(change.removed()).containsExactly("b");
  }

  private static void ranksAreRight(RankChange.Change entry, BoardTop before, BoardTop after) {
    assertThat(after.entries().get(entry.rank() - 1)).isEqualTo(entry.standing());
    List<String> earlier = before.entries().stream().map(Standing::playerId).toList();
    assertThat(entry.previousRank()).isEqualTo(earlier.indexOf(entry.standing().playerId()) + 1);
  }

  private static Standing standing(String player, long score) {
    return new Standing(player, score, Instant.EPOCH, null, null);
  }

  private static BoardTop top(long version, List<Standing> entries) {
    return new BoardTop(BOARD, version, Instant.EPOCH, null, entries.size(), entries);
  }
}
