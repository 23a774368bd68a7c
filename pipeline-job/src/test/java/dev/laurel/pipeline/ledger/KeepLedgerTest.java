package dev.laurel.pipeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.laurel.pipeline.event.EventSample;
import dev.laurel.pipeline.event.Reason;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeepLedgerTest extends LedgerStory {
  @Test
  void tellsEverythingAboutAnUnlock() throws Exception {
    take(unlock("win", NOON));

    assertThat(boards()).containsExactly("global: ada 100 null", "chess: ada 100 null");
    assertThat(ledger.totals())
        .containsExactly(
            new PlayerTotals(
                "ada", null, null, 100, NOON, 0, 0, 1, 1, 0, NOON, NOON, NOON, NOON, false, 1));
    assertThat(ledger.scores())
        .containsExactly(
            new GameScore("ada", "chess", null, 100, NOON, 0, 1, 1, 0, NOON, NOON, false, 1));
    assertThat(ledger.scored()).extracting(ScoredEvent::points).containsExactly(100L);
    assertThat(ledger.refused()).isEmpty();
    assertThat(ledger.timersToLookAgain()).isZero();
    assertThat(ledger.stateEntries()).as("the book").isOne();
  }

  @Test
  void countsAnActionWithAGameThereAndOverall() throws Exception {
    take(action("LEVEL", "r-1", NOON).text("gameId", "chess"));
    take(action("RACE", "r-2", NOON.plusSeconds(1)).with("points", "-9").text("gameId", "tag"));

    assertThat(boards())
        .containsExactly("global: ada 141 null", "chess: ada 150 null", "tag: ada -9 null");
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
                0,
                0,
                0,
                NOON,
                NOON.plusSeconds(1),
                NOON,
                NOON.plusSeconds(1),
                false,
                2));
  }

  @Test
  void countsAnActionWithoutAGameOverallOnly() throws Exception {
    take(action("LEVEL", "r-1", NOON));

    assertThat(boards()).containsExactly("global: ada 150 null");
    assertThat(ledger.scores()).extracting(GameScore::gameId).containsExactly("_none");
  }

  @Test
  void putsNobodyOnABoardForPlaying() throws Exception {
    take(playtime("p-1", NOON));

    assertThat(boards()).isEmpty();
    assertThat(ledger.scores())
        .containsExactly(
            new GameScore("ada", "chess", null, 0, null, 0, 0, 0, 60, NOON, NOON, false, 1));
    assertThat(ledger.scored()).isEmpty();
    assertThat(lastTotals())
        .isEqualTo(
            new PlayerTotals(
                "ada", null, null, 0, null, 0, 0, 0, 0, 60, NOON, NOON, NOON, NOON, false, 1));
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
  void tellsNothingForTablesThatAreNotWrittenUntilTheyAre() throws Exception {
    LedgerConfig all = ledger.config();
    ledger.restart(1, telling(all, Set.of(TableGroup.BOARDS)));
    take(unlock("win", NOON));

    assertThat(boards()).containsExactly("global: ada 100 null", "chess: ada 100 null");
    assertThat(ledger.totals()).isEmpty();
    assertThat(ledger.scores()).isEmpty();
    assertThat(ledger.scored()).isEmpty();

    ledger.restart(1, all);
    take(unlock("check", NOON));

    assertThat(ledger.totals()).extracting(PlayerTotals::totalUnlocks).containsExactly(2L);
    assertThat(ledger.scored()).hasSize(1);
  }

  private static LedgerConfig telling(LedgerConfig how, Set<TableGroup> tables) {
    return new LedgerConfig(
        how.plan(),
        how.reserve(),
        how.tick(),
        how.mostHeldScopes(),
        how.mostUnsavedBooks(),
        how.mostClosedStandings(),
        how.playersPerSlice(),
        tables);
  }

  @Test
  void tellsAllGamesOfAPlayerWhoIsExcludedAlsoThoseThatNobodyAskedFor() throws Exception {
    take(unlock("win", NOON));
    take(action("BONUS", "r-1", NOON).text("gameId", "tag"));
    ledger.restart(2);
    ledger.scores().clear();

    take(EventSample.moderation().at(NOON).loggedAt(NOON));

    assertThat(ledger.scores())
        .extracting(GameScore::gameId, GameScore::score, GameScore::excluded)
        .containsExactlyInAnyOrder(tuple("chess", 100L, true), tuple("tag", 50L, true));
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
    ledger.shares().clear();
    PlayerTotals totals = lastTotals();
    int rows = ledger.totals().size() + ledger.scores().size() + ledger.scored().size();

    for (EventSample event : events) {
      take(event.loggedAt(NOON.plusSeconds(60)));
    }

    assertThat(ledger.shares()).isEmpty();
    assertThat(lastTotals()).isEqualTo(totals);
    assertThat(ledger.totals().size() + ledger.scores().size() + ledger.scored().size())
        .isEqualTo(rows);
    assertThat(ledger.refused()).isEmpty();
  }
}
