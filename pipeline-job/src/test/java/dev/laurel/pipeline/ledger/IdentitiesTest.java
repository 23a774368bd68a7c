package dev.laurel.pipeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.pipeline.event.Reason;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** By what an event is known again, and for how long. */
class IdentitiesTest extends LedgerStory {
  @Test
  void dropsTheSecondUnlockOfAnAchievementForEver() throws Exception {
    take(unlock("win", NOON));
    ledger.watermark(NOON.plus(Duration.ofDays(100)));
    take(unlock("win", NOON.plus(Duration.ofDays(400))).text("eventId", "e-2"));

    assertThat(scoredOffsets()).containsExactly(0L);
    assertThat(ledger.refused()).isEmpty();
  }

  @Test
  void knowsManyUnlocksOfAGameThatStaysClosed() throws Exception {
    for (int number = 0; number <= BookBytes.MOST_UNLOCKS + 1; number++) {
      publish(NOON.minus(DAY), achievement("a" + number, "'points':1"));
    }
    for (int number = 0; number <= BookBytes.MOST_UNLOCKS; number++) {
      take(unlock("a" + number, NOON));
    }
    ledger.restart(2);
    take(action("LEVEL", "r-1", NOON).text("gameId", "tag"));
    ledger.restart(1);

    take(unlock("a0", NOON));
    take(unlock("a" + (BookBytes.MOST_UNLOCKS + 1), NOON));

    assertThat(scoredOffsets()).hasSize(BookBytes.MOST_UNLOCKS + 3).doesNotContain(18L);
    assertThat(lastTotals().score()).isEqualTo(BookBytes.MOST_UNLOCKS + 2 + 150);
  }

  @Test
  void countsEveryUnlockOfARepeatableAchievementOnce() throws Exception {
    take(unlock("check", NOON).text("eventId", "e-1"));
    take(unlock("check", NOON.plusSeconds(1)).text("eventId", "e-2"));
    take(unlock("check", NOON.plusSeconds(2)).text("eventId", "e-1"));

    assertThat(scoredOffsets()).containsExactly(0L, 1L);
    assertThat(lastTotals().score()).isEqualTo(2);
  }

  @Test
  void knowsARequestForThirtyDaysOfLogTime() throws Exception {
    Instant dated = NOON.minus(DAY);
    Instant end = NOON.plus(Duration.ofDays(30));
    take(action("LEVEL", "r-1", NOON));
    take(action("BONUS", "r-1", NOON).loggedAt(end.minusMillis(1)).at(end));
    take(action("BONUS", "r-1", dated).loggedAt(end));
    take(action("BONUS", "r-1", dated).loggedAt(end.plusSeconds(1)));

    assertThat(scoredOffsets()).containsExactly(0L, 2L);
    assertThat(ledger.refused()).isEmpty();
  }

  @Test
  void knowsAPlaytimeAndARepeatableUnlockForThirtyDaysOfLogTime() throws Exception {
    Instant end = NOON.plus(Duration.ofDays(30));
    for (Instant time : new Instant[] {NOON, end.minusMillis(1), end}) {
      take(playtime("p-1", time));
      take(unlock("check", time));
    }

    assertThat(scoredOffsets()).containsExactly(1L, 5L);
    assertThat(lastTotals().version()).isEqualTo(4);
  }

  @Test
  void keepsPlaytimesAndUnlocksOfTheSameNameApart() throws Exception {
    take(playtime("e-1", NOON));
    take(unlock("check", NOON));
    take(action("LEVEL", "e-1", NOON));

    assertThat(lastTotals().version()).isEqualTo(3);
  }

  @Test
  void forgetsRequestsWhenThePlayersOwnRecordsAreSixtyDaysOn() throws Exception {
    take(action("LEVEL", "r-1", NOON));
    take(playtime("p-1", NOON));

    ledger.watermark(NOON.plus(Duration.ofDays(100)));
    take(unlock("win", NOON.plus(Duration.ofDays(100))).text("playerId", "bob"));
    take(action("LEVEL", "r-2", NOON.plus(Duration.ofDays(60)).minusMillis(1)));
    long before = ledger.stateEntries();

    take(action("LEVEL", "r-3", NOON.plus(Duration.ofDays(61))));
    assertThat(ledger.stateEntries()).isEqualTo(before + 1 - 2);
  }

  @Test
  void forgetsNothingThatWasSeenAgainMeanwhile() throws Exception {
    take(action("LEVEL", "r-1", NOON));
    take(action("LEVEL", "r-1", NOON.plus(Duration.ofDays(31))));
    take(action("LEVEL", "r-2", NOON.plus(Duration.ofDays(75))));
    take(action("LEVEL", "r-1", NOON.plus(Duration.ofDays(41))));

    assertThat(scoredOffsets()).containsExactly(0L, 1L, 2L);
  }

  @Test
  void letsOnlyAcceptedEventsOccupyAnIdentity() throws Exception {
    take(action("RACE", "r-1", NOON).with("points", "10"));
    take(action("RACE", "r-1", NOON));
    take(action("RACE", "r-1", NOON).with("points", "9"));
    take(action("RACE", "r-1", NOON).with("points", "10"));
    take(action("RACE", "r-1", NOON));

    assertThat(reasons())
        .containsExactly(Reason.POINTS_OUT_OF_RANGE, Reason.INVALID_FIELD, Reason.INVALID_FIELD);
    assertThat(scoredOffsets()).containsExactly(2L);
  }
}
