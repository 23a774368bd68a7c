package dev.laurel.pipeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final long FIRST = 1_772_359_200_000L;

  @Test
  void isEmptyUntilAnEventCounts() {
    assertThat(Tally.NONE.isEmpty()).isTrue();
    assertThat(Tally.NONE.plus(0, FIRST).isEmpty()).isFalse();
  }

  @Test
  void isReachedWithTheGreatestTimeOfEventsThatAreWorthSomething() {
    Tally tally = Tally.NONE.plus(5, FIRST).plus(-5, FIRST + 2_000).plus(0, FIRST + 3_000);

    assertThat(tally.score()).isZero();
    assertThat(tally.events()).isEqualTo(3);
    assertThat(tally.reachedAt()).isEqualTo(Instant.ofEpochMilli(FIRST + 2_000));
  }

  @Test
  void isReachedWithTheLeastTimeWhereNothingIsWorthAnything() {
    Tally tally = Tally.NONE.plus(0, FIRST).plus(0, FIRST - 5_000).plus(0, FIRST);

    assertThat(tally.reachedAt()).isEqualTo(Instant.ofEpochMilli(FIRST - 5_000));
  }

  @Property
  void addsUpToTheSameInEveryOrder(
      @ForAll @NotEmpty @Size(max = 12) List<@IntRange(min = -2, max = 2) Integer> points,
      @ForAll long seed) {
    Random random = new Random(seed);
    List<Long> times = points.stream().map(p -> FIRST + random.nextInt(9)).toList();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      order.add(i);
    }
    Tally straight = sum(order, points, times);
    Collections.shuffle(order, random);

    Tally shuffled = sum(order, points, times);

    assertThat(shuffled).isEqualTo(straight);
    assertThat(shuffled.score()).isEqualTo(points.stream().mapToLong(p -> p).sum());
    assertThat(shuffled.events()).isEqualTo(points.size());
  }

  private static Tally sum(List<Integer> order, List<Integer> points, List<Long> times) {
    Tally tally = Tally.NONE;
    for (int i : order) {
      tally = tally.plus(points.get(i), times.get(i));
    }
    return tally;
  }
}
