package dev.laurel.pipeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.laurel.pipeline.event.EventSample;
import dev.laurel.pipeline.event.Reason;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KeepLedgerTest extends LedgerStory {
  @Test
  void tellsEverythingAboutAnUnlock() throws Exception {
    take(unlock("win", NOON));

    assertThat(standings()).containsExactly("ENTERS global 100 null", "ENTERS chess 100 null");
    assertThat(ledger.totals())
        .containsExactly(
            new PlayerTotals("ada", null, null, 100, NOON, 0, 0, NOON, NOON, false, 1));
    assertThat(ledger.scores())
        .containsExactly(new GameScore("ada", "chess", 100, NOON, 0, 1, false, 1));
    assertThat(ledger.scored()).extracting(ScoredEvent::points).containsExactly(100L);
    assertThat(ledger.refused()).isEmpty();
    assertThat(ledger.timersToLookAgain()).isZero();
    assertThat(ledger.timersToForget()).isEqualTo(1);
    assertThat(ledger.stateEntries()).isEqualTo(3);
  }

  @Test
  void countsAnActionWithAGameThereAndOverall() throws Exception {
    take(action("LEVEL", "r-1", NOON).text("gameId", "chess"));
    take(action("RACE", "r-2", NOON.plusSeconds(1)).with("points", "-9").text("gameId", "tag"));

    assertThat(standings())
        .containsExactly(
            "ENTERS global 150 null",
            "ENTERS chess 150 null",
            "STAYS global 141 null",
            "ENTERS tag -9 null");
    assertThat(lastTotals())
        .isEqualTo(
            new PlayerTotals(
                "ada",
                null,
                null,
                141,
                NOON.plusSeconds(1),
                2,
                141,
                NOON,
                NOON.plusSeconds(1),
                false,
                2));
  }

  @Test
  void countsAnActionWithoutAGameOverallOnly() throws Exception {
    take(action("LEVEL", "r-1", NOON));

    assertThat(standings()).containsExactly("ENTERS global 150 null");
    assertThat(ledger.scores()).extracting(GameScore::gameId).containsExactly("_none");
  }

  @Test
  void putsNobodyOnABoardForPlaying() throws Exception {
    take(playtime("p-1", NOON));

    assertThat(ledger.standings()).isEmpty();
    assertThat(ledger.scores()).isEmpty();
    assertThat(ledger.scored()).isEmpty();
    assertThat(lastTotals())
        .isEqualTo(new PlayerTotals("ada", null, null, 0, null, 0, 0, NOON, NOON, false, 1));
  }

  @Test
  void dropsTheSecondUnlockOfAnAchievementForEver() throws Exception {
    take(unlock("win", NOON));
    ledger.watermark(NOON.plus(Duration.ofDays(100)));
    take(unlock("win", NOON.plus(Duration.ofDays(400))).text("eventId", "e-2"));

    assertThat(scoredOffsets()).containsExactly(0L);
    assertThat(ledger.refused()).isEmpty();
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
  void forgetsRequestsOnceTheWatermarkSaysTheyCannotComeAgain() throws Exception {
    take(action("LEVEL", "r-1", NOON));
    take(playtime("p-1", NOON));
    long before = ledger.stateEntries();

    ledger.watermark(NOON.plus(Duration.ofDays(31)));
    assertThat(ledger.stateEntries()).isEqualTo(before);

    ledger.watermark(NOON.plus(Duration.ofDays(32)));
    assertThat(ledger.timersToForget()).isZero();
    assertThat(ledger.stateEntries()).isEqualTo(before - 2);
    take(action("LEVEL", "r-1", NOON.plus(Duration.ofDays(33))));
    assertThat(scoredOffsets()).containsExactly(0L, 2L);
  }

  @Test
  void forgetsNothingThatWasSeenAgainMeanwhile() throws Exception {
    Instant again = NOON.plus(Duration.ofDays(31));
    take(action("LEVEL", "r-1", NOON));
    take(action("LEVEL", "r-1", again));
    ledger.watermark(NOON.plus(Duration.ofDays(40)));
    take(action("LEVEL", "r-1", NOON.plus(Duration.ofDays(41))));

    assertThat(scoredOffsets()).containsExactly(0L, 1L);
  }

  @Test
  void boundsActionsADayByEventTime() throws Exception {
    Instant midnight = Instant.parse("2026-03-02T00:00:00Z");
    take(action("BONUS", "r-1", midnight.minusMillis(1)).loggedAt(midnight.plus(DAY)));
    take(action("BONUS", "r-2", midnight).loggedAt(midnight.plus(DAY)));
    take(action("BONUS", "r-3", midnight.minus(DAY)).loggedAt(midnight.plus(DAY)));
    take(action("BONUS", "r-1", midnight).loggedAt(midnight.plus(DAY)));

    assertThat(scoredOffsets()).containsExactly(0L, 1L);
    assertThat(ledger.refused())
        .extracting(letter -> letter.source().offset(), letter -> letter.refusal().message())
        .containsExactly(
            tuple(2L, "actionType is 'BONUS', expected at most 1 of a player on 2026-03-01"));
    assertThat(reasons()).containsExactly(Reason.LIMIT_EXCEEDED);
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

  @Test
  void changesNothingWhenTheSameEventsComeAgain() throws Exception {
    EventSample[] events = {
      unlock("win", NOON),
      unlock("check", NOON),
      action("BONUS", "r-1", NOON).text("gameId", "tag"),
      playtime("p-1", NOON),
      EventSample.profile().at(NOON).loggedAt(NOON),
      EventSample.moderation().at(NOON).loggedAt(NOON)
    };
    for (EventSample event : events) {
      take(event);
    }
    int standings = ledger.standings().size();
    PlayerTotals totals = lastTotals();
    int rows = ledger.totals().size() + ledger.scores().size() + ledger.scored().size();

    for (EventSample event : events) {
      take(event.loggedAt(NOON.plusSeconds(60)));
    }

    assertThat(ledger.standings()).hasSize(standings);
    assertThat(lastTotals()).isEqualTo(totals);
    assertThat(ledger.totals().size() + ledger.scores().size() + ledger.scored().size())
        .isEqualTo(rows);
    assertThat(ledger.refused()).isEmpty();
  }
}
