package dev.laurel.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlayerRowsTest {
  private final Script log = Script.begin();

  @Test
  void aPlayersTotalsAreTheSumsOfTheirGamesAndOfActionsWithoutAGame() {
    log.accepted(
        Line.profile("ada", "Ada", "GB", "2026-02-01T00:00:00Z"),
        Line.unlock("ada", "chess", "win", "2026-03-01T10:00:00Z"),
        Line.unlock("ada", "chess", "check", "2026-03-01T11:00:00Z"),
        Line.unlock("ada", "chess", "check", "2026-03-01T12:00:00Z"),
        Line.action("ada", "LEVEL", "2026-03-02T10:00:00Z").with("gameId", "tag"),
        Line.action("ada", "RACE", "2026-03-02T11:00:00Z").with("points", -20),
        Line.playtime("ada", "tag", 600, "2026-03-03T10:00:00Z"));

    assertThat(log.rows(Table.PLAYERS))
        .containsExactly(
            "ada: Ada GB 232 2026-03-02T11:00:00Z 2 130 3 2 600 2026-02-01T00:00:00Z"
                + " 2026-03-03T10:00:00Z 2026-03-01T10:00:00Z 2026-03-03T10:00:00Z false");
    assertThat(log.rows(Table.PLAYER_SCORES))
        .containsExactly(
            "ada _none: GB -20 2026-03-02T11:00:00Z 1 0 0 0 2026-03-02T11:00:00Z"
                + " 2026-03-02T11:00:00Z false",
            "ada chess: GB 102 2026-03-01T12:00:00Z 0 3 2 0 2026-03-01T10:00:00Z"
                + " 2026-03-01T12:00:00Z false",
            "ada tag: GB 150 2026-03-02T10:00:00Z 1 0 0 600 2026-03-02T10:00:00Z"
                + " 2026-03-03T10:00:00Z false");
    assertThat(log.rows(Table.PLAYER_ACHIEVEMENTS))
        .containsExactly(
            "ada chess check: 2026-03-01T11:00:00Z 2026-03-01T12:00:00Z 2 2",
            "ada chess win: 2026-03-01T10:00:00Z 2026-03-01T10:00:00Z 1 100");
  }

  @Test
  void aScoreIsReachedByTheLastEventThatIsWorthSomethingElseByTheFirst() {
    log.accepted(
        Line.action("ada", "NOTHING", "2026-03-01T12:00:00Z"),
        Line.action("ada", "NOTHING", "2026-03-01T11:00:00Z"),
        Line.action("bob", "LEVEL", "2026-03-01T11:00:00Z"),
        Line.action("bob", "NOTHING", "2026-03-01T12:00:00Z"),
        Line.playtime("cy", "chess", 60, "2026-03-01T12:00:00Z"));

    assertThat(log.rows(Table.PLAYER_SCORES))
        .satisfiesExactly(
            ada -> assertThat(ada).startsWith("ada _none: - 0 2026-03-01T11:00:00Z "),
            bob -> assertThat(bob).startsWith("bob _none: - 150 2026-03-01T11:00:00Z "),
            cy -> assertThat(cy).startsWith("cy chess: - 0 - 0 0 0 60 "));
    assertThat(log.rows(Table.PLAYERS).get(2)).startsWith("cy: - - 0 - 0 0 0 0 60 ");
  }

  @Test
  void aPlayerOfWhomNothingCountsHasNoRow() {
    log.send(Line.action("ada", "NONE", "2026-03-01T12:00:00Z"));
    log.accepted(Line.verdict("bob", "exclude", "2026-03-01T12:00:00Z"));

    assertThat(log.rows(Table.PLAYERS))
        .containsExactly(
            "bob: - - 0 - 0 0 0 0 0 2026-03-01T12:00:00Z 2026-03-01T12:00:00Z - - true");
    assertThat(log.rows(Table.PLAYER_SCORES)).isEmpty();
  }

  @Test
  void aRegionIsToldByTheDayOfTheProfileThatNamedItLast() {
    log.accepted(
        Line.profile("ada", "Ada", "GB", "2026-03-01T10:00:00Z"),
        Line.profile("ada", "Ada", "DE", "2026-03-01T11:00:00Z"),
        Line.profile("ada", "Ada", "FR", "2026-02-27T11:00:00Z"));

    assertThat(log.rows(Table.PLAYER_REGIONS))
        .containsExactly("ada 2026-02-27: FR", "ada 2026-03-01: DE");
  }

  @Test
  void aDayHoldsWhatItsEventsAddUpTo() {
    log.accepted(
        Line.unlock("ada", "chess", "win", "2026-03-01T23:59:59.999Z"),
        Line.action("ada", "NOTHING", "2026-03-01T10:00:00Z").with("gameId", "chess"),
        Line.playtime("ada", "chess", 90, "2026-03-01T09:00:00Z"),
        Line.playtime("ada", "chess", 30, "2026-03-02T00:00:00Z"));

    assertThat(log.rows(Table.PLAYER_DAILY_STATS))
        .containsExactly(
            "ada chess 2026-03-01: 1 1 1 100 90 2026-03-01T09:00:00Z 2026-03-01T23:59:59.999Z"
                + " 2026-03-01T10:00:00Z 2026-03-01T23:59:59.999Z",
            "ada chess 2026-03-02: 0 0 0 0 30 2026-03-02T00:00:00Z 2026-03-02T00:00:00Z - -");
  }

  @Test
  void anEarlierFirstUnlockThatComesLateMovesTheFirstToItsDayAndMonth() {
    log.accepted(
        Line.unlock("ada", "chess", "check", "2026-03-01T10:00:00Z"),
        Line.unlock("ada", "chess", "check", "2026-02-27T10:00:00Z"));

    assertThat(log.rows(Table.PLAYER_DAILY_STATS))
        .satisfiesExactly(
            early -> assertThat(early).startsWith("ada chess 2026-02-27: 1 1 "),
            late -> assertThat(late).startsWith("ada chess 2026-03-01: 1 0 "));
    assertThat(log.rows(Table.PLAYER_MONTHLY_STATS))
        .satisfiesExactly(
            early -> assertThat(early).startsWith("ada chess 2026-02-01: 1 1 "),
            late -> assertThat(late).startsWith("ada chess 2026-03-01: 1 0 "));
    assertThat(log.rows(Table.ACHIEVEMENT_STATS))
        .containsExactly(
            "chess check all-time 1970-01-01: 2 1",
            "chess check daily 2026-02-27: 1 1",
            "chess check daily 2026-03-01: 1 0",
            "chess check monthly 2026-02-01: 1 1",
            "chess check monthly 2026-03-01: 1 0");
  }

  @Test
  void leapDaysAndTheEndOfTheYearAreDaysLikeOthers() {
    log.accepted(
        Line.playtime("ada", "chess", 1, "2024-02-28T23:59:59Z"),
        Line.playtime("ada", "chess", 2, "2024-02-29T00:00:00Z"),
        Line.playtime("ada", "chess", 4, "2024-03-01T00:00:00Z"),
        Line.playtime("ada", "chess", 8, "2024-12-31T23:59:59Z"),
        Line.playtime("ada", "chess", 16, "2025-01-01T00:00:00Z"));

    assertThat(log.rows(Table.PLAYER_DAILY_STATS))
        .extracting(row -> row.replaceFirst(": 0 0 0 0 (\\d+) .*", " $1"))
        .containsExactly(
            "ada chess 2024-02-28 1",
            "ada chess 2024-02-29 2",
            "ada chess 2024-03-01 4",
            "ada chess 2024-12-31 8",
            "ada chess 2025-01-01 16");
    assertThat(log.rows(Table.PLAYER_MONTHLY_STATS))
        .extracting(row -> row.replaceFirst(": 0 0 0 0 (\\d+) .*", " $1"))
        .containsExactly(
            "ada chess 2024-02-01 3",
            "ada chess 2024-03-01 4",
            "ada chess 2024-12-01 8",
            "ada chess 2025-01-01 16");
  }

  @Test
  void scoreEventsSayWhatWasSentAndWhatItIsWorth() {
    log.accepted(
        Line.action("ada", "LEVEL", "2026-03-01T10:00:00.5Z")
            .with("ipAddress", "192.0.2.7")
            .with("metadata", java.util.Map.of("level", 3)),
        Line.unlock("ada", "chess", "win", "2026-02-01T10:00:00Z"),
        Line.playtime("ada", "chess", 60, "2026-03-01T10:00:00Z"));

    assertThat(log.rows(Table.SCORE_EVENTS))
        .containsExactly(
            "ada 2026-02-01T10:00:00Z 0 1: 2026-02-01T10:00:01Z unlock e-2026-02-01T10:00:00Z"
                + " chess win - - - 100 - - -",
            "ada 2026-03-01T10:00:00.500Z 0 0: 2026-03-01T10:00:01.500Z action"
                + " e-2026-03-01T10:00:00.5Z _none - LEVEL r-2026-03-01T10:00:00.5Z"
                + " a-2026-03-01T10:00:00.5Z 150 {\"level\":3} 192.0.2.7 -");
  }
}
