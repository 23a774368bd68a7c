package dev.laurel.pipeline.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.laurel.pipeline.event.EventSample;
import dev.laurel.pipeline.event.PlayerEvent;
import dev.laurel.pipeline.event.Reason;
import dev.laurel.pipeline.event.Refusal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PriceEventTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final EventSample UNLOCK = EventSample.unlock().at(NOON).loggedAt(NOON);
  private static final EventSample ACTION = EventSample.action().at(NOON).loggedAt(NOON);

  private CatalogLog log;

  @BeforeEach
  void publishChess() {
    log = new CatalogLog();
    game("chess", true);
    achievement("first-win", "'points':100");
    action("LEVEL_COMPLETE", "'points':150,'maxPerDay':2");
    log.readUpTo(NOON.plusSeconds(60));
  }

  @Test
  void givesWhatTheDefinitionFixes() {
    assertThat(settled(UNLOCK)).isEqualTo(accepted(false, 100, 0));
    assertThat(settled(UNLOCK.with("points", "100"))).isEqualTo(accepted(false, 100, 0));
    assertThat(settled(ACTION)).isEqualTo(accepted(false, 150, 2));
    assertThat(settled(ACTION.text("gameId", "chess"))).isEqualTo(accepted(false, 150, 2));
    assertThat(settled(EventSample.playtime().loggedAt(NOON))).isEqualTo(accepted(false, 0, 0));
  }

  @Test
  void refusesOtherPointsThanTheDefinitionFixes() {
    assertThat(refusal(UNLOCK.with("points", "99")))
        .isEqualTo(new Refusal(Reason.POINTS_OUT_OF_RANGE, "points is 99, expected 100 or none"));
  }

  @Test
  void givesThePointsThatAnEventCarriesWithinItsRange() {
    achievement("race", "'minPoints':-5,'maxPoints':9,'repeatable':true");
    EventSample race = UNLOCK.text("achievementId", "race");

    assertThat(settled(race.with("points", "-5"))).isEqualTo(accepted(true, -5, 0));
    assertThat(settled(race.with("points", "9"))).isEqualTo(accepted(true, 9, 0));
    assertThat(refusal(race.with("points", "-6")).reason()).isEqualTo(Reason.POINTS_OUT_OF_RANGE);
    assertThat(refusal(race.with("points", "10")))
        .isEqualTo(
            new Refusal(
                Reason.POINTS_OUT_OF_RANGE, "points is 10, expected a whole number from -5 to 9"));
  }

  @Test
  void findsMissingPointsInvalidBeforeAnythingElse() {
    game("chess", false);
    log.publish(
        NOON.minusSeconds(600),
        "{\"kind\":\"achievement\",\"gameId\":\"go\",\"achievementId\":\"race\",\"name\":\"Race\",\"maxPoints\":9,\"active\":false}");

    Verdict verdict =
        PriceEvent.by(log, UNLOCK.text("gameId", "go").text("achievementId", "race").event());

    assertThat(verdict)
        .isEqualTo(
            new Verdict.Invalid(
                new Refusal(
                    Reason.INVALID_FIELD,
                    "points is missing, expected a whole number from 0 to 9, as"
                        + " achievement/go/race requires")));
  }

  @Test
  void refusesWhatTheCatalogDoesNotKnow() {
    assertThat(refusal(UNLOCK.text("gameId", "go")))
        .isEqualTo(
            new Refusal(Reason.UNKNOWN_GAME, "gameId is 'go', expected a game of the catalog"));
    assertThat(refusal(EventSample.playtime().text("gameId", "go").loggedAt(NOON)).reason())
        .isEqualTo(Reason.UNKNOWN_GAME);
    assertThat(refusal(UNLOCK.text("achievementId", "mate")))
        .isEqualTo(
            new Refusal(
                Reason.UNKNOWN_ACHIEVEMENT,
                "achievementId is 'mate', expected an achievement of the game 'chess' in the"
                    + " catalog"));
    assertThat(refusal(ACTION.text("actionType", "JUMP")))
        .isEqualTo(
            new Refusal(
                Reason.UNKNOWN_ACTION_TYPE,
                "actionType is 'JUMP', expected an action type of the catalog"));
    assertThat(refusal(ACTION.text("gameId", "go").text("actionType", "JUMP")).reason())
        .isEqualTo(Reason.UNKNOWN_GAME);
  }

  @Test
  void refusesWhatIsNotActiveUnlessSomethingIsUnknown() {
    log.publish(
        NOON.minusSeconds(300),
        "{\"kind\":\"action\",\"actionType\":\"LEVEL_COMPLETE\",\"points\":150,\"active\":false}");
    log.publish(
        NOON.minusSeconds(300),
        "{\"kind\":\"game\",\"gameId\":\"chess\",\"name\":\"Chess\",\"active\":false}");

    assertThat(refusal(ACTION))
        .isEqualTo(
            new Refusal(
                Reason.INACTIVE,
                "action/LEVEL_COMPLETE is not active at 2026-03-01T12:00:00Z, expected an active"
                    + " one"));
    assertThat(refusal(UNLOCK.with("points", "99")).reason()).isEqualTo(Reason.INACTIVE);
    assertThat(refusal(UNLOCK).message()).startsWith("game/chess is not active");
    assertThat(refusal(EventSample.playtime().at(NOON).loggedAt(NOON)).reason())
        .isEqualTo(Reason.INACTIVE);
    assertThat(refusal(UNLOCK.text("achievementId", "mate")).reason())
        .isEqualTo(Reason.UNKNOWN_ACHIEVEMENT);
    assertThat(settled(UNLOCK.at(NOON.minusSeconds(296))).refusal()).isEmpty();
  }

  @Test
  void waitsForTheCatalogToBeReadFarEnough() {
    log.readUpTo(NOON.minusMillis(5_001));
    assertThat(PriceEvent.by(log, UNLOCK.event())).isInstanceOf(Verdict.Unsettled.class);

    log.readUpTo(NOON.minusSeconds(5));
    assertThat(settled(UNLOCK)).isEqualTo(accepted(false, 100, 0));
  }

  @Test
  void waitsSixtySecondsForADefinitionThatIsNotThere() {
    PlayerEvent mate = UNLOCK.text("achievementId", "mate").event();

    log.readUpTo(NOON.plusMillis(59_999));
    assertThat(PriceEvent.by(log, mate)).isInstanceOf(Verdict.Unsettled.class);

    log.readUpTo(NOON.plusSeconds(60));
    assertThat(PriceEvent.by(log, mate)).isInstanceOf(Verdict.Settled.class);
  }

  @Test
  void judgesByADefinitionThatComesWithinSixtySeconds() {
    EventSample mate = UNLOCK.text("achievementId", "mate");
    publish(NOON.plusSeconds(60), "mate");
    assertThat(settled(mate)).isEqualTo(accepted(false, 7, 0));
  }

  @Test
  void refusesWhatIsDefinedLater() {
    EventSample mate = UNLOCK.text("achievementId", "mate");
    publish(NOON.plusMillis(60_001), "mate");
    assertThat(refusal(mate).reason()).isEqualTo(Reason.UNKNOWN_ACHIEVEMENT);
  }

  private void game(String gameId, boolean active) {
    log.publish(
        NOON.minusSeconds(600),
        "{\"kind\":\"game\",\"gameId\":\"%s\",\"name\":\"Game\",\"active\":%s}"
            .formatted(gameId, active));
  }

  private void achievement(String achievementId, String worth) {
    achievement(NOON.minusSeconds(600), achievementId, worth);
  }

  private void publish(Instant at, String achievementId) {
    achievement(at, achievementId, "'points':7");
  }

  private void achievement(Instant at, String achievementId, String worth) {
    String json =
        "{'kind':'achievement','gameId':'chess','achievementId':'%s','name':'A',%s}"
            .formatted(achievementId, worth);
    log.publish(at, json.replace('\'', '"'));
  }

  private void action(String actionType, String worth) {
    String json = "{'kind':'action','actionType':'%s',%s}".formatted(actionType, worth);
    log.publish(NOON.minusSeconds(600), json.replace('\'', '"'));
  }

  private Verdict.Settled settled(EventSample sample) {
    Verdict.Settled settled = numbered(sample);
    return new Verdict.Settled(
        Verdict.NO_NUMBER,
        settled.repeatable(),
        settled.refusal(),
        settled.points(),
        settled.maxPerDay());
  }

  private Verdict.Settled numbered(EventSample sample) {
    Verdict verdict = PriceEvent.by(log, sample.event());
    return assertThat(verdict).asInstanceOf(type(Verdict.Settled.class)).actual();
  }

  private Refusal refusal(EventSample sample) {
    return settled(sample).refusal().orElseThrow();
  }

  private static Verdict.Settled accepted(boolean repeatable, long points, int maxPerDay) {
    return new Verdict.Settled(Verdict.NO_NUMBER, repeatable, Optional.empty(), points, maxPerDay);
  }
}
