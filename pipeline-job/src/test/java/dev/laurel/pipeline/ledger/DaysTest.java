package dev.laurel.pipeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DaysTest {
  @Property(tries = 300)
  void isASortedMapOfDays(@ForAll long seed) {
    Random random = new Random(seed);
    Days days = new Days();
    TreeMap<Long, Deeds> expected = new TreeMap<>();
    for (int i = 0; i < 60; i++) {
      if (random.nextInt(12) == 0) {
        long before = day(random);
        assertThat(list(days.takeBefore(before))).isEqualTo(list(expected.headMap(before)));
        expected.headMap(before).clear();
      } else {
        long day = day(random);
        Deeds more = deeds(random, day * 1_000 + random.nextInt(9));
        assertThat(days.add(day, more)).isEqualTo(!expected.containsKey(day));
        expected.merge(day, more, Deeds::plus);
      }
      assertThat(list(days)).isEqualTo(list(expected));
      long first = day(random);
      long end = first + random.nextInt(12);
      assertThat(days.within(first, end)).isEqualTo(sum(expected.subMap(first, end)).scored());
      assertThat(days.deedsWithin(first, end)).isEqualTo(sum(expected.subMap(first, end)));
    }
  }

  @Test
  void addsADaysTalliesUp() {
    Days days = new Days();
    assertThat(days.add(3, scored(Tally.NONE.plus(5, 30)))).as("the first of the day").isTrue();
    assertThat(days.add(1, scored(Tally.NONE.plus(2, 10)))).isTrue();
    assertThat(days.add(3, scored(Tally.NONE.plus(-1, 31)))).isFalse();

    assertThat(list(days))
        .containsExactly(
            Map.entry(1L, scored(Tally.NONE.plus(2, 10))), Map.entry(3L, scored(both())));
    assertThat(days.isEmpty()).isFalse();
    assertThat(days.within(2, 3).isEmpty()).as("the end is not within").isTrue();
  }

  private static Tally both() {
    return new Tally(2, 4, 31, 30);
  }

  private static Deeds scored(Tally tally) {
    return new Deeds(
        tally, 0, 0, 0, tally.oldest(), Math.max(tally.oldest(), tally.newestScoring()));
  }

  private static Deeds deeds(Random random, long at) {
    Tally tally = random.nextBoolean() ? Tally.NONE : Tally.NONE.plus(random.nextInt(5), at);
    return new Deeds(
        tally, random.nextInt(2), random.nextInt(2), random.nextInt(9), at, at + random.nextInt(3));
  }

  private static Deeds sum(Map<Long, Deeds> days) {
    return days.values().stream().reduce(Deeds.NONE, Deeds::plus);
  }

  private static long day(Random random) {
    return random.nextInt(40) - 10L;
  }

  private static List<Map.Entry<Long, Deeds>> list(Map<Long, Deeds> days) {
    return List.copyOf(days.entrySet());
  }

  private static List<Map.Entry<Long, Deeds>> list(Days days) {
    List<Map.Entry<Long, Deeds>> list = new ArrayList<>();
    for (int at = 0; at < days.size(); at++) {
      list.add(Map.entry(days.day(at), days.deeds(at)));
    }
    return list;
  }
}
