package dev.laurel.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RollupRowsTest {
  private final Script log = Script.begin();

  @Test
  void aDaySumsWhatAllPlayersDidInItsGameAndThePlatformCountsThemOnce() {
    log.accepted(
        Line.unlock("ada", "chess", "win", "2026-03-04T10:00:00Z"),
        Line.playtime("ada", "tag", 60, "2026-03-04T11:00:00Z"),
        Line.action("bob", "LEVEL", "2026-03-04T10:00:00Z").with("gameId", "chess"),
        Line.action("bob", "RACE", "2026-03-04T11:00:00Z").with("points", -7),
        Line.verdict("bob", "exclude", "2026-03-05T00:00:00Z"));

    assertThat(log.rows(Table.GAME_DAILY_STATS))
        .containsExactly(
            "_none 2026-03-04: 1 1 0 0 1 -7 0 1 1",
            "chess 2026-03-04: 2 2 1 1 1 250 0 2 2",
            "tag 2026-03-04: 1 1 0 0 0 0 60 1 1");
    assertThat(log.rows(Table.PLATFORM_DAILY_STATS))
        .containsExactly("2026-03-04: 2 2 1 1 2 243 60 2 2");
    assertThat(log.rows(Table.GAME_MONTHLY_STATS))
        .containsExactly(
            "_none 2026-03-01: 1 1 0 0 1 -7 0",
            "chess 2026-03-01: 2 2 1 1 1 250 0",
            "tag 2026-03-01: 1 1 0 0 0 0 60");
    assertThat(log.rows(Table.PLATFORM_MONTHLY_STATS))
        .containsExactly("2026-03-01: 2 2 1 1 2 243 60");
  }

  @Test
  void whoIsNewIsNewOnTheFirstDayInAGameAndOnThePlatformOnTheFirstOfAny() {
    log.accepted(
        Line.playtime("ada", "chess", 1, "2026-03-04T10:00:00Z"),
        Line.playtime("ada", "tag", 1, "2026-03-05T10:00:00Z"),
        Line.playtime("ada", "chess", 1, "2026-04-01T10:00:00Z"));

    assertThat(begun(Table.GAME_DAILY_STATS))
        .containsExactly("chess 2026-03-04 1", "chess 2026-04-01 0", "tag 2026-03-05 1");
    assertThat(begun(Table.PLATFORM_DAILY_STATS))
        .containsExactly("2026-03-04 1", "2026-03-05 0", "2026-04-01 0");
    assertThat(begun(Table.PLATFORM_MONTHLY_STATS)).containsExactly("2026-03-01 1", "2026-04-01 0");
  }

  @Test
  void anEarlierFirstThatComesLateMovesWhoIsNew() {
    log.accepted(
        Line.playtime("ada", "chess", 1, "2026-03-04T10:00:00Z"),
        Line.playtime("ada", "chess", 1, "2026-02-04T10:00:00Z"));

    assertThat(begun(Table.GAME_DAILY_STATS))
        .containsExactly("chess 2026-02-04 1", "chess 2026-03-04 0");
    assertThat(begun(Table.GAME_MONTHLY_STATS))
        .containsExactly("chess 2026-02-01 1", "chess 2026-03-01 0");
  }

  @Test
  void weeksBeginOnMondayAndGoOnOverTheEndOfTheYearWhileMonthsDoNot() {
    log.accepted(
        Line.playtime("ada", "chess", 1, "2024-12-29T23:00:00Z"),
        Line.playtime("ada", "chess", 1, "2024-12-30T00:00:00Z"),
        Line.playtime("ada", "chess", 1, "2024-12-31T10:00:00Z"),
        Line.playtime("ada", "chess", 1, "2025-01-01T00:00:00Z"),
        Line.playtime("ada", "chess", 1, "2025-01-05T23:59:59Z"),
        Line.playtime("ada", "chess", 1, "2025-01-06T00:00:00Z"));

    assertThat(log.rows(Table.PLATFORM_DAILY_STATS))
        .extracting(row -> row.replaceFirst(": .* (\\d \\d)$", " $1"))
        .containsExactly(
            "2024-12-29 1 1",
            "2024-12-30 1 0",
            "2024-12-31 0 0",
            "2025-01-01 0 1",
            "2025-01-05 0 0",
            "2025-01-06 1 0");
  }

  @Test
  void achievementsCountEveryUnlockAndEveryPlayersFirst() {
    log.accepted(
        Line.unlock("ada", "chess", "check", "2026-03-04T10:00:00Z"),
        Line.unlock("ada", "chess", "check", "2026-03-04T11:00:00Z"),
        Line.unlock("bob", "chess", "check", "2026-03-04T10:00:00Z"),
        Line.unlock("bob", "chess", "win", "2026-04-04T10:00:00Z"));

    assertThat(log.rows(Table.ACHIEVEMENT_STATS))
        .containsExactly(
            "chess check all-time 1970-01-01: 3 2",
            "chess check daily 2026-03-04: 3 2",
            "chess check monthly 2026-03-01: 3 2",
            "chess win all-time 1970-01-01: 1 1",
            "chess win daily 2026-04-04: 1 1",
            "chess win monthly 2026-04-01: 1 1");
  }

  @Test
  void recordsAreCountedByTheDayOfLogTimeWhateverTheySay() {
    Line action = Line.action("ada", "LEVEL", "2026-03-04T10:00:00Z");
    log.send(action.logged("2026-03-04T23:59:59.999Z"));
    log.send(action.logged("2026-03-05T00:00:00Z"));
    log.send(Line.stored("player-events", "ada", "no JSON", 1_772_668_800_000L, 9));
    log.send(Line.action("ada", "NONE", "2026-03-05T10:00:00Z"));

    assertThat(log.rows(Table.LOG_DAILY_COUNTS))
        .containsExactly("2026-03-04: 1 1 0 0 0", "2026-03-05: 3 0 1 2 0");
  }

  private List<String> begun(Table table) {
    return log.rows(table).stream()
        .map(row -> row.replaceFirst(": \\d+ (\\d+) .*", " $1"))
        .toList();
  }
}
