package dev.laurel.pipeline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DefinitionHistoryTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant MUCH_LATER = NOON.plus(Duration.ofDays(300));

  private CatalogLog log;

  @BeforeEach
  void begin() {
    log = new CatalogLog();
  }

  @Test
  void judgesByTheFirstVersionFromTheBeginningOfTime() {
    publish(NOON, "'points':1,'effectiveFrom':'2026-06-01T00:00:00Z'");

    assertThat(pointsAt(Instant.EPOCH)).isEqualTo(1);
    assertThat(pointsAt(NOON)).isEqualTo(1);
    assertThat(pointsAt(MUCH_LATER)).isEqualTo(1);
  }

  @Test
  void judgesByAChangeFromFiveSecondsAfterItIsPublished() {
    publish(NOON.minusSeconds(600), "'points':1");
    publish(NOON, "'points':2");

    assertThat(pointsAt(NOON.plusMillis(4_999))).isEqualTo(1);
    assertThat(pointsAt(NOON.plusMillis(5_000))).isEqualTo(2);
  }

  @Test
  void judgesByAChangeFromWhenItSays() {
    publish(NOON.minusSeconds(600), "'points':1");
    publish(NOON, "'points':2,'effectiveFrom':'2026-03-01T13:00:00Z'");

    assertThat(pointsAt(NOON.plusSeconds(3_599))).isEqualTo(1);
    assertThat(pointsAt(NOON.plusSeconds(3_600))).isEqualTo(2);
  }

  @Test
  void givesLateEventsTheOldPrice() {
    publish(NOON.minusSeconds(600), "'points':1");
    publish(NOON, "'points':2");
    publish(NOON.plusSeconds(600), "'points':3");

    assertThat(inForce(NOON.minusSeconds(1), MUCH_LATER)).isEqualTo(1);
    assertThat(inForce(NOON.plusSeconds(60), MUCH_LATER)).isEqualTo(2);
    assertThat(inForce(NOON.plusSeconds(700), MUCH_LATER)).isEqualTo(3);
  }

  @Test
  void prefersTheLaterOfTwoVersionsFromTheSameTime() {
    publish(NOON.minusSeconds(600), "'points':1");
    publish(NOON, "'points':2,'effectiveFrom':'2026-03-01T13:00:00Z'");
    publish(NOON.plusSeconds(1), "'points':3,'effectiveFrom':'2026-03-01T13:00:00Z'");

    assertThat(pointsAt(NOON.plusSeconds(3_600))).isEqualTo(3);
  }

  @Test
  void keepsAnAnnouncedChangeThroughOneThatComesBefore() {
    publish(NOON.minusSeconds(600), "'points':1");
    publish(NOON, "'points':2,'effectiveFrom':'2026-03-01T13:00:00Z'");
    publish(NOON.plusSeconds(60), "'points':3");

    assertThat(pointsAt(NOON.plusSeconds(65))).isEqualTo(3);
    assertThat(pointsAt(NOON.plusSeconds(3_600))).isEqualTo(2);
  }

  @Test
  void leavesAnEventToVersionsThatWerePublishedFiveSecondsBeforeItsLogTime() {
    publish(NOON.minusSeconds(600), "'points':1");
    publish(NOON, "'points':2");
    Instant datedAhead = NOON.plusSeconds(120);

    assertThat(inForce(datedAhead, NOON.plusMillis(4_999))).isEqualTo(1);
    assertThat(inForce(datedAhead, NOON.plusMillis(5_000))).isEqualTo(2);
  }

  @Test
  void neverChangesWhetherUnlocksRepeat() {
    publish(NOON.minusSeconds(600), "'points':1,'repeatable':true");
    publish(NOON, "'points':2,'repeatable':false");
    publish(NOON.plusSeconds(1), "'points':3");

    assertThat(history().versions()).extracting(Definition::repeatable).containsOnly(true);
  }

  @Test
  void coversEventsOfUpToSixtySecondsBeforeTheFirstVersion() {
    publish(NOON, "'points':1");

    assertThat(history().covers(NOON.minusSeconds(60))).isTrue();
    assertThat(history().covers(NOON.minusMillis(60_001))).isFalse();
    assertThat(history().covers(MUCH_LATER)).isTrue();
  }

  @Test
  void settlesAnEventOnceTheCatalogIsReadUpToFiveSecondsBeforeIt() {
    assertThat(DefinitionHistory.settles(NOON.minusSeconds(5), NOON)).isTrue();
    assertThat(DefinitionHistory.settles(NOON.minusMillis(5_001), NOON)).isFalse();
  }

  private void publish(Instant at, String rest) {
    String json = "{'kind':'achievement','gameId':'g','achievementId':'a','name':'A'," + rest + "}";
    assertThat(log.publish(at, json.replace('\'', '"')).published()).isPresent();
  }

  private long pointsAt(Instant time) {
    return inForce(time, time);
  }

  private long inForce(Instant occurredAt, Instant loggedAt) {
    return history().inForce(occurredAt, loggedAt).worth().least();
  }

  private DefinitionHistory history() {
    return log.achievement("g", "a").orElseThrow();
  }
}
