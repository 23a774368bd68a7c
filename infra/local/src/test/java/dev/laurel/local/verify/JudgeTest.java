package dev.laurel.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JudgeTest {
  private static final String AT = "2026-03-01T10:00:00Z";
  private static final String LATER = "2026-03-01T11:00:00Z";

  private final Script log = Script.begin();

  @Test
  void anEventMayBeFiveMinutesAheadOfItsLogTime() {
    assertThat(log.send(Line.action("ada", "LEVEL", AT).logged("2026-03-01T09:55:00Z")))
        .isEqualTo(Fate.ACCEPTED);
    assertThat(log.send(Line.action("bob", "LEVEL", AT).logged("2026-03-01T09:54:59.999Z")))
        .isEqualTo(Fate.FROM_THE_FUTURE);
  }

  @Test
  void whatIsUnknownIsNamedFromTheGameOn() {
    assertThat(log.send(Line.unlock("ada", "none", "none", AT))).isEqualTo(Fate.UNKNOWN_GAME);
    assertThat(log.send(Line.unlock("ada", "chess", "none", AT)))
        .isEqualTo(Fate.UNKNOWN_ACHIEVEMENT);
    assertThat(log.send(Line.unlock("ada", "tag", "win", AT))).isEqualTo(Fate.UNKNOWN_ACHIEVEMENT);
    assertThat(log.send(Line.action("ada", "NONE", AT))).isEqualTo(Fate.UNKNOWN_ACTION_TYPE);
    assertThat(log.send(Line.playtime("ada", "none", 60, AT))).isEqualTo(Fate.UNKNOWN_GAME);
  }

  @Test
  void aGameThatIsNotActiveTakesItsAchievementsAlong() {
    log.define("{'kind':'game','gameId':'tag','name':'T','active':false}", "2026-01-01T00:00:00Z")
        .define(
            "{'kind':'achievement','gameId':'tag','achievementId':'it','name':'I','points':1}",
            "2026-01-01T00:00:00Z");

    assertThat(log.send(Line.unlock("ada", "tag", "it", AT))).isEqualTo(Fate.INACTIVE);
    assertThat(log.send(Line.action("ada", "LEVEL", AT).with("gameId", "tag")))
        .isEqualTo(Fate.INACTIVE);
    assertThat(log.send(Line.unlock("ada", "tag", "none", AT))).isEqualTo(Fate.UNKNOWN_ACHIEVEMENT);
    assertThat(log.send(Line.action("ada", "LEVEL", AT))).isEqualTo(Fate.ACCEPTED);
  }

  @Test
  void fixedPointsMayBeSaidButNotOthers() {
    assertThat(log.send(Line.action("ada", "LEVEL", AT).with("points", 150)))
        .isEqualTo(Fate.ACCEPTED);
    assertThat(log.send(Line.action("ada", "LEVEL", LATER).with("points", 151)))
        .isEqualTo(Fate.POINTS_OUT_OF_RANGE);
  }

  @Test
  void pointsThatVaryHaveToBeSaidAndInRange() {
    assertThat(log.send(Line.action("ada", "RACE", AT))).isEqualTo(Fate.INVALID_FIELD);
    assertThat(log.send(Line.action("ada", "RACE", AT).with("points", -501)))
        .isEqualTo(Fate.POINTS_OUT_OF_RANGE);
    assertThat(log.send(Line.action("ada", "RACE", AT).with("points", -500)))
        .isEqualTo(Fate.ACCEPTED);
  }

  @Test
  void missingPointsAreFoundBeforeARepeatAndARepeatBeforeTheRest() {
    Line race = Line.action("ada", "RACE", AT);
    log.accepted(race.with("points", 5));

    assertThat(log.send(race)).isEqualTo(Fate.INVALID_FIELD);
    assertThat(log.send(race.with("points", 501))).isEqualTo(Fate.REPEATED);
    assertThat(log.send(race.with("actionType", "NONE"))).isEqualTo(Fate.REPEATED);
    assertThat(log.send(race.with("actionType", "LEVEL").with("gameId", "none")))
        .isEqualTo(Fate.REPEATED);
  }

  @Test
  void onlyAcceptedEventsTakeAnIdentity() {
    Line action = Line.action("ada", "NONE", AT);

    assertThat(log.send(action)).isEqualTo(Fate.UNKNOWN_ACTION_TYPE);
    assertThat(log.send(action.with("actionType", "LEVEL"))).isEqualTo(Fate.ACCEPTED);
  }

  @Test
  void anAchievementIsUnlockedOnceForEver() {
    log.accepted(Line.unlock("ada", "chess", "win", AT));

    assertThat(log.send(Line.unlock("ada", "chess", "win", "2029-03-01T10:00:00Z")))
        .isEqualTo(Fate.REPEATED);
    assertThat(log.send(Line.unlock("bob", "chess", "win", AT))).isEqualTo(Fate.ACCEPTED);
  }

  @Test
  void aRepeatableAchievementIsKnownByItsEventForThirtyDaysOfLogTime() {
    Line check = Line.unlock("ada", "chess", "check", AT);
    log.accepted(check.logged("2026-03-01T10:00:00Z"));

    assertThat(log.send(check.logged("2026-03-31T09:59:59.999Z"))).isEqualTo(Fate.REPEATED);
    assertThat(log.send(check.logged("2026-03-31T10:00:00Z"))).isEqualTo(Fate.ACCEPTED);
    assertThat(log.send(check.logged("2026-04-30T09:59:59.999Z"))).isEqualTo(Fate.REPEATED);
    assertThat(log.send(check.with("eventId", "another"))).isEqualTo(Fate.ACCEPTED);
  }

  @Test
  void actionsAreKnownByRequestPlaytimesByEventAndKindsNeverMix() {
    log.accepted(
        Line.action("ada", "LEVEL", AT).with("requestId", "x"),
        Line.playtime("ada", "chess", 60, AT).with("eventId", "x"),
        Line.unlock("ada", "chess", "check", AT).with("eventId", "x"),
        Line.action("bob", "LEVEL", AT).with("requestId", "x"));

    assertThat(log.send(Line.action("ada", "NOTHING", LATER).with("requestId", "x")))
        .isEqualTo(Fate.REPEATED);
    assertThat(log.send(Line.playtime("ada", "tag", 1, LATER).with("eventId", "x")))
        .isEqualTo(Fate.REPEATED);
    assertThat(log.send(Line.action("ada", "LEVEL", AT).with("eventId", "x")))
        .isEqualTo(Fate.ACCEPTED);
  }

  @Test
  void aLimitCountsOnePlayersActionsOfADayOfEventTime() {
    log.accepted(Line.action("ada", "BONUS", AT), Line.action("bob", "BONUS", AT));

    assertThat(log.send(Line.action("ada", "BONUS", LATER))).isEqualTo(Fate.LIMIT_EXCEEDED);
    assertThat(log.send(Line.action("ada", "BONUS", AT))).isEqualTo(Fate.REPEATED);
    assertThat(log.send(Line.action("ada", "BONUS", "2026-03-02T00:00:00Z")))
        .isEqualTo(Fate.ACCEPTED);
    assertThat(
            log.send(
                Line.action("ada", "BONUS", "2026-02-28T23:59:59Z").logged("2026-05-01T00:00:00Z")))
        .isEqualTo(Fate.ACCEPTED);
  }

  @Test
  void thoseAcceptedBeforeThereWasALimitDoNotUseItUp() {
    log.define("{'kind':'action','actionType':'NEW','points':1}", "2026-01-01T00:00:00Z")
        .define(
            "{'kind':'action','actionType':'NEW','points':1,'maxPerDay':1}",
            "2026-03-01T10:30:00Z");
    log.accepted(Line.action("ada", "NEW", AT), Line.action("ada", "NEW", LATER));

    assertThat(log.send(Line.action("ada", "NEW", "2026-03-01T12:00:00Z")))
        .isEqualTo(Fate.LIMIT_EXCEEDED);
  }

  @Test
  void aWordIsOvertakenIfItSaysNothingNew() {
    log.accepted(
        Line.action("ada", "LEVEL", "2026-03-01T00:00:00Z"),
        Line.profile("ada", "Ada", "GB", "2026-03-03T12:00:00Z"),
        Line.verdict("ada", "exclude", "2026-03-03T12:00:00Z"),
        Line.profile("ada", "Ada", "NL", "2026-03-02T12:00:00Z"));

    assertThat(log.send(Line.profile("ada", "A", "DE", "2026-03-02T11:00:00Z")))
        .isEqualTo(Fate.REPEATED);
    assertThat(log.send(Line.verdict("ada", "restore", "2026-03-02T12:00:00Z")))
        .isEqualTo(Fate.REPEATED);
    assertThat(
            log.send(Line.profile("ada", "A", "DE", "2026-03-03T12:00:00Z").with("eventId", "z")))
        .isEqualTo(Fate.ACCEPTED);
    assertThat(log.send(Line.verdict("ada", "restore", "2026-02-01T12:00:00Z")))
        .as("though it is the first that is seen of the player")
        .isEqualTo(Fate.REPEATED);
  }
}
