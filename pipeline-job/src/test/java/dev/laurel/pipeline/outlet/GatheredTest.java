package dev.laurel.pipeline.outlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.pipeline.ledger.PlayerTotals;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class GatheredTest {
  private final Gathered<PlayerTotals> gathered = new Gathered<>(Tables.PLAYERS);

  @Test
  void aBatchIsTheNewestOfTheKeysThatWaitedLongestInTheirOrder() {
    put("zoe", 1);
    put("ada", 1);
    put("bob", 1);
    put("zoe", 2);

    assertThat(gathered.next(2).rows())
        .extracting(row -> row.playerId() + " " + row.version())
        .containsExactly("ada 1", "zoe 2");
    assertThat(gathered.size()).as("they stay until they are written").isEqualTo(3);
  }

  @Test
  void whatChangedWhileItWasWrittenQueuesUpAgain() {
    put("zoe", 1);
    put("ada", 1);
    Gathered.Batch<PlayerTotals> batch = gathered.next(1);
    put("zoe", 2);
    gathered.written(batch);

    assertThat(gathered.next(1).rows()).extracting(PlayerTotals::playerId).containsExactly("ada");
    assertThat(gathered.size()).isEqualTo(2);
  }

  @Test
  void aWatermarkIsCompleteWithTheLastRowBeforeIt() {
    put("ada", 1);
    put("bob", 1);
    gathered.reach(1_000);
    put("cid", 1);

    assertThat(gathered.next(1).completes()).isEmpty();
    assertThat(gathered.next(2).completes()).hasValue(1_000);
    assertThat(gathered.next(3).completes()).hasValue(1_000);
  }

  /** A key that never comes to rest must not hold the table's progress up. */
  @Test
  void aRowThatChangesWithEveryWriteHoldsNoWatermarkUp() {
    put("hot", 1);
    gathered.reach(1_000);
    Gathered.Batch<PlayerTotals> batch = gathered.next(9);
    put("hot", 2);
    gathered.reach(2_000);
    gathered.written(batch);

    assertThat(batch.completes()).hasValue(1_000);
    Gathered.Batch<PlayerTotals> next = gathered.next(9);
    put("hot", 3);
    gathered.written(next);
    assertThat(next.completes()).hasValue(2_000);
  }

  @Test
  void aWatermarkThatComesWhileOneWaitsIsNotForgotten() {
    put("ada", 1);
    gathered.reach(1_000);
    gathered.reach(2_000);
    gathered.written(gathered.next(9));

    assertThat(gathered.next(9).completes()).hasValue(2_000);
    gathered.written(gathered.next(9));
    assertThat(gathered.next(9).isEmpty()).isTrue();
  }

  @Test
  void whereNothingWaitsAWatermarkIsCompleteAtOnce() {
    gathered.reach(1_000);

    assertThat(gathered.next(9).rows()).isEmpty();
    assertThat(gathered.next(9).completes()).isEqualTo(OptionalLong.of(1_000));
  }

  @Test
  void ofRestoredRowsWithTheSameKeyTheNewestStays() {
    gathered.restore(SampleRows.totals("ada", 5, 7));
    gathered.restore(SampleRows.totals("ada", 4, 6));

    assertThat(gathered.rows()).extracting(PlayerTotals::version).containsExactly(7L);
  }

  private void put(String player, long version) {
    gathered.put(player, SampleRows.totals(player, 10, version));
  }
}
