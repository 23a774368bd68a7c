package dev.laurel.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BoardRowsTest {
  private final Script log = Script.begin();

  @Test
  void everyScopePeriodAndRegionIsABoard() {
    log.accepted(
        Line.profile("ada", "Ada", "GB", "2026-03-04T00:00:00Z"),
        Line.unlock("ada", "chess", "win", "2026-03-04T10:00:00Z"),
        Line.playtime("bob", "tag", 60, "2026-03-04T10:00:00Z"));

    assertThat(keys(log.rows(Table.LEADERBOARD_TOPS)))
        .containsExactly(
            "game chess * all-time 1970-01-01",
            "game chess * daily 2026-03-04",
            "game chess * monthly 2026-03-01",
            "game chess * weekly 2026-03-02",
            "game chess GB all-time 1970-01-01",
            "game chess GB daily 2026-03-04",
            "game chess GB monthly 2026-03-01",
            "game chess GB weekly 2026-03-02",
            "global global * all-time 1970-01-01",
            "global global * daily 2026-03-04",
            "global global * monthly 2026-03-01",
            "global global * weekly 2026-03-02",
            "global global GB all-time 1970-01-01",
            "global global GB daily 2026-03-04",
            "global global GB monthly 2026-03-01",
            "global global GB weekly 2026-03-02");
  }

  @Test
  void anActionWithoutAGameCountsOnTheBoardOfAllGamesOnly() {
    log.accepted(Line.action("ada", "LEVEL", "2026-03-04T10:00:00Z"));

    assertThat(keys(log.rows(Table.LEADERBOARD_TOPS)))
        .isNotEmpty()
        .allMatch(key -> key.startsWith("global global * "));
  }

  @Test
  void ranksGoByScoreThenByWhoWasFirstThenByName() {
    log.accepted(
        race("d", 50, "2026-03-04T10:00:00Z"),
        race("c", 50, "2026-03-04T09:00:00Z"),
        race("b", 50, "2026-03-04T10:00:00Z"),
        race("a", -1, "2026-03-04T08:00:00Z"),
        race("B", 50, "2026-03-04T10:00:00Z"));

    assertThat(top("global global * all-time", 100))
        .isEqualTo(
            """
            5 {"playerId":"c","rank":1,"reachedAt":"2026-03-04T09:00:00Z","score":50}
            {"playerId":"B","rank":2,"reachedAt":"2026-03-04T10:00:00Z","score":50}
            {"playerId":"b","rank":3,"reachedAt":"2026-03-04T10:00:00Z","score":50}
            {"playerId":"d","rank":4,"reachedAt":"2026-03-04T10:00:00Z","score":50}
            {"playerId":"a","rank":5,"reachedAt":"2026-03-04T08:00:00Z","score":-1}\
            """);
    assertThat(top("global global * all-time", 1))
        .isEqualTo(
            "5 {\"playerId\":\"c\",\"rank\":1,\"reachedAt\":\"2026-03-04T09:00:00Z\",\"score\":50}");
  }

  @Test
  void theRegionIsThatOfTheNewestProfileBeforeThePeriodsEnd() {
    log.accepted(
        race("ada", 1, "2026-03-02T10:00:00Z"),
        race("ada", 2, "2026-03-03T10:00:00Z"),
        race("ada", 4, "2026-03-04T10:00:00Z"),
        Line.profile("ada", "Ada", "NL", "2026-03-04T00:00:00Z"),
        Line.profile("ada", "A", "GB", "2026-03-03T23:59:59.999Z"));

    assertThat(keys(log.rows(Table.LEADERBOARD_TOPS)))
        .filteredOn(key -> key.contains("daily"))
        .containsExactly(
            "global global * daily 2026-03-02",
            "global global * daily 2026-03-03",
            "global global * daily 2026-03-04",
            "global global GB daily 2026-03-03",
            "global global NL daily 2026-03-04");
    assertThat(keys(log.rows(Table.LEADERBOARD_TOPS)))
        .contains("global global NL weekly 2026-03-02", "global global NL all-time 1970-01-01")
        .doesNotContain("global global GB weekly 2026-03-02");
    assertThat(top("global global GB daily 2026-03-03", 100))
        .as("names are those of today")
        .contains("\"region\":\"GB\"", "\"username\":\"Ada\"");
  }

  @Test
  void ofTwoProfilesAtTheSameTimeTheGreaterEventIdHolds() {
    log.accepted(
        race("ada", 1, "2026-03-02T10:00:00Z"),
        Line.profile("ada", "Y", "NL", "2026-03-01T00:00:00Z").with("eventId", "y"),
        Line.profile("ada", "Z", "GB", "2026-03-01T00:00:00Z").with("eventId", "z"));
    log.send(Line.profile("ada", "X", "DE", "2026-03-01T00:00:00Z").with("eventId", "x"));

    assertThat(top("global global GB all-time", 100)).contains("\"username\":\"Z\"");
  }

  @Test
  void whoIsExcludedStandsNowhereAndComesBackWithTheirScore() {
    log.accepted(
        race("ada", 9, "2026-03-04T10:00:00Z"),
        race("bob", 5, "2026-03-04T10:00:00Z"),
        Line.verdict("ada", "exclude", "2026-03-05T10:00:00Z"),
        race("ada", 1, "2026-03-06T10:00:00Z"));

    assertThat(top("global global * all-time", 100)).startsWith("1 {\"playerId\":\"bob\"");
    assertThat(log.rows(Table.PLATFORM_DAILY_STATS)).hasSize(2);
    log.accepted(Line.verdict("ada", "restore", "2026-03-07T10:00:00Z"));
    assertThat(top("global global * all-time", 100))
        .startsWith("2 {\"playerId\":\"ada\"")
        .contains("\"score\":10");
  }

  @Test
  void periodsOfAnyLengthEndWhereTheyShould() {
    log.accepted(
        race("ada", 1, "2024-02-29T10:00:00Z"),
        race("ada", 2, "2024-12-30T10:00:00Z"),
        race("ada", 4, "2025-01-05T10:00:00Z"));

    assertThat(keys(log.rows(Table.LEADERBOARD_TOPS)))
        .containsExactly(
            "global global * all-time 1970-01-01",
            "global global * daily 2024-02-29",
            "global global * daily 2024-12-30",
            "global global * daily 2025-01-05",
            "global global * monthly 2024-02-01",
            "global global * monthly 2024-12-01",
            "global global * monthly 2025-01-01",
            "global global * weekly 2024-02-26",
            "global global * weekly 2024-12-30");
    assertThat(top("global global * weekly 2024-12-30", 100)).contains("\"score\":6");
  }

  @Test
  void whatIsClosedHasAFinalStandingWithoutNamesAndNoLiveTop() {
    log.accepted(
        Line.profile("ada", "Ada", "GB", "2026-03-01T00:00:00Z"),
        race("ada", 1, "2026-03-01T10:00:00Z"),
        race("ada", 2, "2026-03-02T10:00:00Z"));
    Freshness tables =
        new Freshness(
            Optional.of(Instant.parse("2026-03-02T00:00:00Z")),
            Optional.of(Instant.parse("2026-03-03T00:00:00Z")),
            Map.of(),
            0);

    assertThat(keys(log.rows(Table.LEADERBOARD_TOPS, tables, 100)))
        .filteredOn(key -> key.contains("*"))
        .containsExactly(
            "global global * all-time 1970-01-01",
            "global global * monthly 2026-03-01",
            "global global * weekly 2026-03-02");
    assertThat(log.rows(Table.LEADERBOARD_FINALS, tables, 100))
        .filteredOn(row -> row.contains("*"))
        .satisfiesExactly(
            first -> assertThat(first).contains("daily 2026-03-01").doesNotContain("Ada", "haps"),
            second -> assertThat(second).contains("daily 2026-03-02").endsWith("(perhaps)"),
            month -> assertThat(month).contains("monthly 2026-03-01").endsWith("(perhaps)"),
            week -> assertThat(week).contains("weekly 2026-02-23").doesNotContain("haps"),
            next -> assertThat(next).contains("weekly 2026-03-02").endsWith("(perhaps)"));
  }

  private String top(String key, int size) {
    String row =
        log.rows(Table.LEADERBOARD_TOPS, Script.NOTHING_CLOSED, size).stream()
            .filter(each -> each.startsWith(key))
            .findFirst()
            .orElseThrow();
    return row.substring(row.indexOf(": ") + 2);
  }

  private static List<String> keys(List<String> rows) {
    return rows.stream().map(row -> row.substring(0, row.indexOf(':'))).toList();
  }

  private static Line race(String player, int points, String at) {
    return Line.action(player, "RACE", at).with("points", points);
  }
}
