package dev.laurel.pipeline.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LeadersTest {
  private static final int CHANGES = 700;

  @Property(tries = 80)
  void topIsExactWheneverItIsNotShort(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 12) int topSize,
      @ForAll @IntRange(min = -20, max = 60) int beyondReserve) {
    Random random = new Random(seed);
    Board board = Board.global();
    int players = topSize + Leaders.RESERVE + beyondReserve;
    RandomChanges changes = new RandomChanges(random, List.of(board), players);
    Leaders leaders = new Leaders(topSize);
    for (int i = 0; i < CHANGES; i++) {
      List<Standing> before = leaders.top();
      boolean told = apply(changes.next(), leaders);
      assertThat(told || leaders.top().equals(before)).as("an untold change is none").isTrue();
      if (leaders.isShort()) {
        leaders = Leaders.among(changes.top(board, players), topSize);
      }
      assertThat(leaders.top()).isEqualTo(changes.top(board, topSize));
    }
  }

  @Property(tries = 40)
  void collectingInAnyOrderGivesTheSameTop(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int topSize) {
    Random random = new Random(seed);
    TreeMap<Integer, Standing> shuffled = new TreeMap<>();
    IntStream.range(0, 2 * Leaders.RESERVE)
        .mapToObj(i -> standing("p" + i, random.nextInt(9)))
        .forEach(one -> shuffled.put(random.nextInt(), one));
    List<Standing> best = shuffled.values().stream().sorted(Standing.RANK_ORDER).toList();
    assertThat(Leaders.among(shuffled.values(), topSize).top()).isEqualTo(best.subList(0, topSize));
  }

  @Test
  void theNextPlayerMovesUpWhenOneLeavesAFullTop() {
    Leaders leaders = Leaders.among(descending(500), 3);

    boolean told = leaders.remove("p1");

    assertThat(told).isTrue();
    assertThat(leaders.top()).extracting(Standing::playerId).containsExactly("p0", "p2", "p3");
    assertThat(leaders.isShort()).isFalse();
  }

  @Test
  void isShortOnlyWhenTheReserveIsUsedUp() {
    List<Standing> all = descending(500);
    Leaders leaders = Leaders.among(all, 3);
    for (int i = 0; i < Leaders.RESERVE; i++) {
      leaders.remove("p" + i);
      assertThat(leaders.isShort()).isFalse();
    }

    leaders.remove("p" + Leaders.RESERVE);

    assertThat(leaders.isShort()).isTrue();
    List<Standing> left = all.subList(Leaders.RESERVE + 1, all.size());
    assertThat(Leaders.among(left, 3).top()).isEqualTo(left.subList(0, 3));
  }

  @Test
  void aBoardSmallerThanItsTopIsNeverShort() {
    Leaders leaders = Leaders.among(descending(5), 10);

    leaders.remove("p0");

    assertThat(leaders.isShort()).isFalse();
    assertThat(leaders.top()).hasSize(4);
  }

  @Test
  void theLastOneHeldStaysWhenItDoesNotFall() {
    List<Standing> all = descending(500);
    Leaders leaders = Leaders.among(all, 1);
    for (int i = Leaders.RESERVE; i > 0; i--) {
      Standing last = all.get(i);
      leaders.put(new Standing(last.playerId(), last.score(), last.reachedAt(), "new", "GB"));
    }

    leaders.remove("p0");

    assertThat(leaders.isShort()).isFalse();
    assertThat(leaders.top()).extracting(Standing::playerId).containsExactly("p1");
  }

  @Test
  void aPlayerNobodyHoldsLeavesUntold() {
    Leaders leaders = Leaders.among(descending(500), 3);

    assertThat(leaders.remove("p499")).isFalse();
    assertThat(leaders.put(standing("p498", 0))).isFalse();
  }

  private static boolean apply(StandingChange change, Leaders leaders) {
    return change.move() == StandingChange.Move.LEAVES
        ? leaders.remove(change.standing().playerId())
        : leaders.put(change.standing());
  }

  private static List<Standing> descending(int players) {
    return IntStream.range(0, players).mapToObj(i -> standing("p" + i, 1_000 - i)).toList();
  }

  private static Standing standing(String player, long score) {
    return new Standing(player, score, Instant.EPOCH, null, null);
  }
}
