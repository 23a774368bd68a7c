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
    TreeMap<Long, Tally> expected = new TreeMap<>();
    for (int i = 0; i < 60; i++) {
      if (random.nextInt(12) == 0) {
        long before = day(random);
        assertThat(list(days.takeBefore(before))).isEqualTo(list(expected.headMap(before)));
        expected.headMap(before).clear();
      } else {
        long day = day(random);
        Tally more = Tally.NONE.plus(random.nextInt(5), day * 1_000 + random.nextInt(9));
        days.add(day, more);
        expected.merge(day, more, Tally::plus);
      }
      assertThat(list(days)).isEqualTo(list(expected));
      long first = day(random);
      long end = first + random.nextInt(12);
      assertThat(days.within(first, end))
          .isEqualTo(expected.subMap(first, end).values().stream().reduce(Tally.NONE, Tally::plus));
    }
  }

  @Test
  void addsADaysTalliesUp() {
    Days days = new Days();
    days.add(3, Tally.NONE.plus(5, 30));
    days.add(1, Tally.NONE.plus(2, 10));
    days.add(3, Tally.NONE.plus(-1, 31));

    assertThat(list(days))
        .containsExactly(Map.entry(1L, Tally.NONE.plus(2, 10)), Map.entry(3L, both()));
    assertThat(days.isEmpty()).isFalse();
    assertThat(days.within(2, 3).isEmpty()).as("the end is not within").isTrue();
  }

  private static Tally both() {
    return new Tally(2, 4, 31, 30);
  }

  private static long day(Random random) {
    return random.nextInt(40) - 10L;
  }

  private static List<Map.Entry<Long, Tally>> list(Map<Long, Tally> days) {
    return List.copyOf(days.entrySet());
  }

  private static List<Map.Entry<Long, Tally>> list(Days days) {
    List<Map.Entry<Long, Tally>> list = new ArrayList<>();
    for (int at = 0; at < days.size(); at++) {
      list.add(Map.entry(days.day(at), days.tally(at)));
    }
    return list;
  }
}
