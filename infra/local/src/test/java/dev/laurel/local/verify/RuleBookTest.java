package dev.laurel.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleBookTest {
  private static final String PRICE = "{'kind':'action','actionType':'A','points':%d%s}";

  private final Script log = new Script().catalogReadUpTo("2100-01-01T00:00:00Z");

  @Test
  void theFirstVersionJudgesFromTheBeginningOfTime() {
    log.define(
        PRICE.formatted(5, ",'effectiveFrom':'2027-01-01T00:00:00Z'"), "2026-03-01T00:00:00Z");

    log.accepted(Line.action("ada", "A", "1970-01-01T00:00:00Z").logged("2026-03-01T01:00:00Z"));

    assertThat(log.reckoning.rules().all().get(0).inForceFrom()).isZero();
  }

  @Test
  void aChangeHoldsFiveSecondsAfterItIsPublishedAndLateEventsGetTheOldPrice() {
    log.define(PRICE.formatted(5, ""), "2026-01-01T00:00:00Z")
        .define(PRICE.formatted(7, ""), "2026-03-01T10:00:00Z");

    log.accepted(
        Line.action("ada", "A", "2026-03-01T10:00:04.999Z"),
        Line.action("bob", "A", "2026-03-01T10:00:05Z"),
        Line.action("cy", "A", "2026-03-01T09:00:00Z").logged("2026-03-01T11:00:00Z"),
        Line.action("dee", "A", "2026-03-01T10:00:06Z").logged("2026-03-01T10:00:04.999Z"));

    assertThat(scores()).containsExactly("ada 5", "bob 7", "cy 5", "dee 5");
  }

  @Test
  void aChangeMayHoldLaterThanItIsPublishedButNotBefore() {
    log.define(PRICE.formatted(5, ""), "2026-01-01T00:00:00Z")
        .define(
            PRICE.formatted(7, ",'effectiveFrom':'2026-04-01T00:00:00Z'"), "2026-03-01T00:00:00Z")
        .define(
            PRICE.formatted(6, ",'effectiveFrom':'2026-01-01T00:00:00Z'"), "2026-03-02T00:00:00Z");

    log.accepted(
        Line.action("ada", "A", "2026-03-02T00:00:04Z"),
        Line.action("bob", "A", "2026-03-02T00:00:05Z"),
        Line.action("cy", "A", "2026-03-31T23:59:59Z"),
        Line.action("dee", "A", "2026-04-01T00:00:00Z"));

    assertThat(scores()).containsExactly("ada 5", "bob 6", "cy 6", "dee 7");
  }

  @Test
  void ofTwoThatHoldFromTheSameMomentTheLaterPublishedOneJudges() {
    String from = ",'effectiveFrom':'2026-04-01T00:00:00Z'";
    log.define(PRICE.formatted(5, ""), "2026-01-01T00:00:00Z")
        .define(PRICE.formatted(6, from), "2026-03-01T00:00:00Z")
        .define(PRICE.formatted(7, from), "2026-03-01T00:00:00Z");

    log.accepted(Line.action("ada", "A", "2026-04-01T00:00:00Z"));

    assertThat(scores()).containsExactly("ada 7");
  }

  @Test
  void whetherUnlocksRepeatIsSaidOnceForEver() {
    String achievement =
        "{'kind':'achievement','gameId':'g','achievementId':'a','name':'A','points':1,'repeatable':%s}";
    log.define("{'kind':'game','gameId':'g','name':'G'}", "2026-01-01T00:00:00Z")
        .define(achievement.formatted("true"), "2026-01-01T00:00:00Z")
        .define(achievement.formatted("false"), "2026-01-01T00:00:00Z");

    log.accepted(
        Line.unlock("ada", "g", "a", "2026-03-01T00:00:00Z"),
        Line.unlock("ada", "g", "a", "2026-03-02T00:00:00Z"));

    assertThat(scores()).containsExactly("ada 2");
  }

  @Test
  void anEventWithoutADefinitionWaitsAMinuteOfLogTimeForIt() {
    Script log = new Script().catalogReadUpTo("2026-03-01T10:00:59Z");
    Line early = Line.action("ada", "A", "2026-03-01T10:00:00Z").logged("2026-03-01T10:00:00Z");
    Line late = Line.action("bob", "A", "2026-03-01T10:00:00Z").logged("2026-03-01T09:59:59.999Z");

    assertThat(log.send(early)).isEqualTo(Fate.WAITING);
    assertThat(log.send(late)).isEqualTo(Fate.WAITING);
    log.define(PRICE.formatted(5, ""), "2026-03-01T10:01:00Z")
        .catalogReadUpTo("2026-03-01T10:02:00Z");

    assertThat(log.rows(Table.LOG_DAILY_COUNTS)).containsExactly("2026-03-01: 2 1 0 1 0");
    assertThat(log.send(late.with("requestId", "x"))).isEqualTo(Fate.UNKNOWN_ACTION_TYPE);
    assertThat(log.send(early)).isEqualTo(Fate.REPEATED);
  }

  @Test
  void whatWaitsInVainIsDead() {
    Script log = new Script().catalogReadUpTo("2026-03-01T10:00:00Z");
    log.send(Line.action("ada", "A", "2026-03-01T10:00:00Z").logged("2026-03-01T10:00:00Z"));

    log.catalogReadUpTo("2026-03-01T10:00:59.999Z");
    assertThat(log.rows(Table.LOG_DAILY_COUNTS)).containsExactly("2026-03-01: 1 0 0 0 1");
    log.catalogReadUpTo("2026-03-01T10:01:00Z");
    assertThat(log.rows(Table.LOG_DAILY_COUNTS)).containsExactly("2026-03-01: 1 0 0 1 0");
  }

  @Test
  void aRepeatWaitsBehindWhatWaitsAndSoDoesWhatSharesItsLimit() {
    Script log =
        new Script()
            .define(
                "{'kind':'action','actionType':'B','points':1,'maxPerDay':1}",
                "2026-01-01T00:00:00Z")
            .catalogReadUpTo("2026-03-01T10:00:00Z");
    Line first = Line.action("ada", "B", "2026-03-01T10:00:00Z").with("gameId", "late");

    assertThat(log.send(first)).isEqualTo(Fate.WAITING);
    assertThat(log.send(first.without("gameId"))).isEqualTo(Fate.WAITING);
    assertThat(log.send(Line.action("ada", "B", "2026-03-01T11:00:00Z"))).isEqualTo(Fate.WAITING);
    assertThat(log.send(Line.action("bob", "B", "2026-03-01T11:00:00Z"))).isEqualTo(Fate.ACCEPTED);
    log.define("{'kind':'game','gameId':'late','name':'L'}", "2026-03-01T10:00:30Z")
        .catalogReadUpTo("2026-03-01T12:00:00Z");

    assertThat(log.rows(Table.LOG_DAILY_COUNTS)).containsExactly("2026-03-01: 4 2 1 1 0");
    assertThat(log.rows(Table.PLAYER_SCORES).get(0)).startsWith("ada late: - 1 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'kind':'thing'}",
        "{'kind':'game','gameId':'g'}",
        "{'kind':'game','gameId':'global','name':'G'}",
        "{'kind':'game','gameId':'g','name':'G','active':'yes'}",
        "{'kind':'action','actionType':'A'}",
        "{'kind':'action','actionType':'A','points':1,'maxPoints':2}",
        "{'kind':'action','actionType':'A','points':1,'minPoints':0}",
        "{'kind':'action','actionType':'A','minPoints':1}",
        "{'kind':'action','actionType':'A','minPoints':3,'maxPoints':2}",
        "{'kind':'action','actionType':'A','maxPoints':-1}",
        "{'kind':'action','actionType':'A','maxPoints':2,'writer':'player'}",
        "{'kind':'action','actionType':'A','points':1,'maxPerDay':0}",
        "{'kind':'achievement','gameId':'g','achievementId':'a','points':1}"
      })
  void whatIsNoDefinitionDefinesNothing(String definition) {
    log.define(definition, "2026-01-01T00:00:00Z");

    assertThat(log.rows(Table.CATALOG_HISTORY)).isEmpty();
  }

  @Test
  void everyVersionIsARowWithTheMomentFromWhichItHolds() {
    log.define("{'kind':'game','gameId':'g','name':'G','x':1}", "2026-01-01T00:00:00Z")
        .define("{'kind':'game','gameId':'g','name':'H','active':false}", "2026-01-02T00:00:00Z");

    assertThat(log.rows(Table.CATALOG_HISTORY))
        .containsExactly(
            "0: 2026-01-01T00:00:00Z game g   1970-01-01T00:00:00Z {gameId=g, kind=game, name=G}",
            "1: 2026-01-02T00:00:00Z game g   2026-01-02T00:00:05Z"
                + " {active=false, gameId=g, kind=game, name=H}");
  }

  private java.util.List<String> scores() {
    return log.rows(Table.PLAYERS).stream()
        .map(row -> row.replaceFirst(": - - (\\S+) .*", " $1"))
        .toList();
  }
}
