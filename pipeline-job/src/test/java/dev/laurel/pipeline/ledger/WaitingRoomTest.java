package dev.laurel.pipeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.pipeline.event.Reason;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Events that the catalog cannot judge yet. */
class WaitingRoomTest extends LedgerStory {
  @BeforeEach
  void readTheCatalogUpToNoon() throws Exception {
    readUpTo(NOON);
  }

  @Test
  void keepsAnEventUntilItsDefinitionComes() throws Exception {
    take(unlock("mate", NOON));
    assertThat(ledger.totals()).isEmpty();
    assertThat(ledger.timersToLookAgain()).isEqualTo(1);

    publish(NOON.plusSeconds(60), achievement("mate", "'points':7"));
    readUpTo(NOON.plusSeconds(60));
    ledger.look();

    assertThat(scoredOffsets()).containsExactly(0L);
    assertThat(lastTotals().score()).isEqualTo(7);
    assertThat(ledger.timersToLookAgain()).isZero();
    assertThat(ledger.stateEntries()).as("the book").isOne();
  }

  @Test
  void refusesAnEventWhoseDefinitionDoesNotComeWithinSixtySeconds() throws Exception {
    take(unlock("mate", NOON));
    readUpTo(NOON.plusMillis(59_999));
    ledger.look();
    assertThat(ledger.refused()).isEmpty();

    readUpTo(NOON.plusSeconds(60));
    publish(NOON.plusMillis(60_001), achievement("mate", "'points':7"));
    ledger.look();

    assertThat(reasons()).containsExactly(Reason.UNKNOWN_ACHIEVEMENT);
    assertThat(ledger.timersToLookAgain()).isZero();
    assertThat(ledger.stateEntries()).isEqualTo(1);
  }

  @Test
  void waitsForAPriceThatMayHaveChanged() throws Exception {
    Instant later = NOON.plusSeconds(30);
    take(unlock("win", later));
    assertThat(ledger.totals()).isEmpty();

    publish(NOON.plusSeconds(20), achievement("win", "'points':7"));
    readUpTo(later.minusSeconds(5));
    ledger.look();

    assertThat(lastTotals().score()).isEqualTo(7);
  }

  @Test
  void letsARepeatWaitBehindTheFirst() throws Exception {
    take(unlock("mate", NOON));
    take(unlock("mate", NOON.plusSeconds(40)).text("eventId", "e-2"));
    publish(NOON.plusSeconds(70), achievement("mate", "'points':7"));
    readUpTo(NOON.plusSeconds(200));
    ledger.look();

    assertThat(ledger.refused()).extracting(letter -> letter.source().offset()).containsExactly(0L);
    assertThat(scoredOffsets()).containsExactly(1L);
  }

  /** Log time goes back where a partition gets a leader whose clock is behind. */
  @Test
  void letsARepeatWaitBehindTheFirstEvenIfItsOwnLogTimeIsEarlier() throws Exception {
    take(unlock("win", NOON.plusSeconds(30)));
    take(unlock("win", NOON).text("eventId", "e-2"));
    assertThat(ledger.totals()).isEmpty();

    readUpTo(NOON.plusSeconds(60));
    ledger.look();

    assertThat(scoredOffsets()).containsExactly(0L);
  }

  @Test
  void letsARequestWaitBehindOneThatMayTakeItsPlace() throws Exception {
    take(action("JUMP", "r-1", NOON));
    take(action("LEVEL", "r-1", NOON));
    assertThat(ledger.totals()).isEmpty();

    publish(NOON.plusSeconds(1), "{'kind':'action','actionType':'JUMP','points':1}");
    readUpTo(NOON.plusSeconds(60));
    ledger.look();

    assertThat(scoredOffsets()).containsExactly(0L);
    assertThat(ledger.refused()).isEmpty();
  }

  @Test
  void letsAnActionWaitBehindOneThatMayUseUpItsLimit() throws Exception {
    take(action("BONUS", "r-1", NOON).text("gameId", "go"));
    take(action("BONUS", "r-2", NOON));
    assertThat(ledger.totals()).isEmpty();

    publish(NOON.plusSeconds(1), "{'kind':'game','gameId':'go','name':'Go'}");
    readUpTo(NOON.plusSeconds(60));
    ledger.look();

    assertThat(scoredOffsets()).containsExactly(0L);
    assertThat(reasons()).containsExactly(Reason.LIMIT_EXCEEDED);
  }

  @Test
  void holdsNothingElseUp() throws Exception {
    take(unlock("mate", NOON));
    take(action("JUMP", "r-1", NOON));
    take(unlock("win", NOON).text("eventId", "e-2"));
    take(action("LEVEL", "r-2", NOON));
    take(action("LEVEL", "r-3", NOON).text("playerId", "bob"));

    assertThat(scoredOffsets()).containsExactly(2L, 3L, 4L);
  }

  @Test
  void keepsWaitingEventsThroughARestart() throws Exception {
    take(unlock("mate", NOON));
    take(unlock("mate", NOON.plusSeconds(40)).text("playerId", "bob"));
    ledger.restart(2);
    publish(NOON.plusSeconds(70), achievement("mate", "'points':7"));
    readUpTo(NOON.plusSeconds(200));
    ledger.look();

    assertThat(reasons()).containsExactly(Reason.UNKNOWN_ACHIEVEMENT);
    assertThat(lastTotals().playerId()).isEqualTo("bob");
    assertThat(ledger.timersToLookAgain()).isZero();
  }

  @Test
  void knowsWhatAWaitingEventMayRepeatHoweverFarTheWatermarkIs() throws Exception {
    take(action("LEVEL", "r-1", NOON));
    take(action("JUMP", "r-1", NOON.plusSeconds(1)));
    long entries = ledger.stateEntries();
    ledger.watermark(NOON.plus(DAY.multipliedBy(75)));
    assertThat(ledger.stateEntries()).isEqualTo(entries);

    readUpTo(NOON.plusSeconds(61));
    ledger.look();

    assertThat(ledger.refused()).isEmpty();
    assertThat(scoredOffsets()).containsExactly(0L);
    assertThat(ledger.stateEntries()).isEqualTo(2);
  }

  @Test
  void looksAtAPlayerOnceARoundHoweverManyOfTheirEventsWait() throws Exception {
    take(action("JUMP", "r-1", NOON));
    ledger.pass(Duration.ofMillis(300));
    take(action("JUMP", "r-2", NOON));
    take(action("HOP", "r-3", NOON));

    assertThat(ledger.timersToLookAgain()).isEqualTo(1);
    ledger.look();
    assertThat(ledger.timersToLookAgain()).isEqualTo(1);
  }

  /** So that a job that begins comes to read the catalog, for which nearly all of them wait. */
  @Test
  void looksLessOftenTheMorePlayersWait() throws Exception {
    int many = 5_000;
    for (int i = 0; i < many; i++) {
      ledger.takeAtOnce(unlock("mate", NOON).text("playerId", "p-" + i).event());
    }
    publish(NOON.plusSeconds(60), achievement("mate", "'points':7"));
    readUpTo(NOON.plusSeconds(60));

    ledger.look();
    assertThat(scoredOffsets()).hasSizeBetween(many / 3, many * 2 / 3);
    ledger.pass(Duration.ofSeconds(1));

    assertThat(scoredOffsets()).hasSize(many);
    assertThat(ledger.timersToLookAgain()).isZero();
  }

  /** Comparing each with all others takes minutes. */
  @Test
  @Timeout(20)
  void holdsManyEventsOfOnePlayerWithoutComparingThem() throws Exception {
    int many = 5_000;
    for (int i = 0; i < many; i++) {
      ledger.takeAtOnce(action("JUMP", "r-" + i, NOON).event());
    }
    for (int i = 0; i < 8; i++) {
      ledger.look();
    }
    readUpTo(NOON.plusSeconds(60));
    ledger.look();

    assertThat(ledger.refused()).hasSize(many);
  }
}
