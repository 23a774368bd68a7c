package dev.laurel.pipeline.event;

import static dev.laurel.pipeline.event.EventSample.LOGGED_AT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {
  @Test
  void readsAnUnlock() {
    PlayerEvent event =
        EventSample.unlock().with("points", "-5").with("metadata", "{\"level\": 3}").event();

    assertThat(event.type()).isEqualTo(EventType.UNLOCK);
    assertThat(event.eventId()).isEqualTo("e-1");
    assertThat(event.playerId()).isEqualTo("ada");
    assertThat(event.occurredAt()).isEqualTo(Instant.parse("2026-03-01T09:59:00Z"));
    assertThat(event.game()).contains("chess");
    assertThat(event.achievementId()).isEqualTo("first-win");
    assertThat(event.carriedPoints()).contains(-5L);
    assertThat(event.metadata()).isEqualTo("{\"level\": 3}");
    assertThat(event.loggedAt()).isEqualTo(LOGGED_AT);
  }

  @Test
  void readsAnAction() {
    PlayerEvent event =
        EventSample.action()
            .text("gameId", "chess")
            .text("ipAddress", "192.0.2.7")
            .text("userAgent", "game/1.0")
            .event();

    assertThat(event.type()).isEqualTo(EventType.ACTION);
    assertThat(event.actionType()).isEqualTo("LEVEL_COMPLETE");
    assertThat(event.game()).contains("chess");
    assertThat(event.requestId()).isEqualTo("r-1");
    assertThat(event.actionId()).isEqualTo("a-1");
    assertThat(event.ipAddress()).isEqualTo("192.0.2.7");
    assertThat(event.userAgent()).isEqualTo("game/1.0");
    assertThat(event.carriedPoints()).isEmpty();
  }

  @Test
  void booksAnActionWithoutAGameUnderNone() {
    PlayerEvent event = EventSample.action().event();

    assertThat(event.game()).isEmpty();
    assertThat(event.gameOrNone()).isEqualTo("_none");
  }

  @Test
  void readsAPlaytime() {
    PlayerEvent event = EventSample.playtime().with("seconds", "86400").event();

    assertThat(event.type()).isEqualTo(EventType.PLAYTIME);
    assertThat(event.game()).contains("chess");
    assertThat(event.seconds()).isEqualTo(86_400);
  }

  @Test
  void readsAProfile() {
    PlayerEvent event = EventSample.profile().event();

    assertThat(event.type()).isEqualTo(EventType.PROFILE);
    assertThat(event.username()).isEqualTo("Ada Lovelace");
    assertThat(event.region()).isEqualTo("GB");
  }

  @Test
  void readsModeration() {
    PlayerEvent exclusion = EventSample.moderation().event();
    PlayerEvent restoration = EventSample.moderation().text("verdict", "restore").event();

    assertThat(exclusion.type()).isEqualTo(EventType.MODERATION);
    assertThat(exclusion.excludes()).isTrue();
    assertThat(exclusion.reason()).isEqualTo("speed hack");
    assertThat(exclusion.moderator()).isEqualTo("moderator-7");
    assertThat(restoration.excludes()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"unlock", "action", "playtime", "profile", "moderation"})
  void ignoresUnknownFieldsWhateverTheyHold(String type) {
    EventSample sample =
        EventSample.named(type)
            .with("colour", "[{\"deep\": [\"\\u0000\\ud800\", 1e999999]}]")
            .with("x".repeat(60_000), "9".repeat(60_000))
            .with("winner", "{}");

    assertThat(sample.event().eventId()).isEqualTo("e-1");
  }

  @Test
  void ignoresFieldsOfOtherTypes() {
    EventSample playtime = EventSample.playtime().with("points", "\"many\"").with("verdict", "7");

    assertThat(playtime.event().carriedPoints()).isEmpty();
  }

  @Test
  void refusesARecordWhoseKeyIsNotThePlayer() {
    SourceRecord source = EventSample.unlock().source("bob".getBytes(UTF_8));

    assertThat(EventSample.refusal(source))
        .isEqualTo(
            new Refusal(
                Reason.INVALID_FIELD, "the record's key is 'bob', expected the playerId 'ada'"));
  }

  @Test
  void refusesARecordWithoutAKey() {
    SourceRecord source = EventSample.unlock().source(new byte[0]);

    assertThat(EventSample.refusal(source))
        .isEqualTo(
            new Refusal(
                Reason.INVALID_FIELD, "the record's key is missing, expected the playerId 'ada'"));
  }

  @Test
  void refusesAKeyThatIsNotUtf8() {
    SourceRecord source = EventSample.unlock().source(new byte[] {'a', 'd', 'a', (byte) 0xff});

    assertThat(EventSample.refusal(source).reason()).isEqualTo(Reason.INVALID_FIELD);
  }

  @Test
  void acceptsAnEventFiveMinutesAheadOfItsLogTime() {
    Instant latest = LOGGED_AT.plus(Duration.ofMinutes(5));

    assertThat(EventSample.unlock().at(latest).event().occurredAt()).isEqualTo(latest);
    assertThat(EventSample.unlock().text("occurredAt", "2026-03-01T10:05:00.000999Z").event())
        .extracting(PlayerEvent::occurredAt)
        .isEqualTo(latest);
  }

  @Test
  void refusesAnEventFromTheFuture() {
    EventSample sample = EventSample.unlock().text("occurredAt", "2026-03-01T10:05:00.001Z");

    assertThat(sample.refusal())
        .isEqualTo(
            new Refusal(
                Reason.FROM_THE_FUTURE,
                "occurredAt is 2026-03-01T10:05:00.001Z, expected at most 5 minutes after the log"
                    + " time, 2026-03-01T10:05:00Z"));
  }

  @Test
  void findsABadFieldBeforeTheFuture() {
    EventSample sample = EventSample.unlock().text("gameId", "a b").at(LOGGED_AT.plusSeconds(900));

    assertThat(sample.refusal().reason()).isEqualTo(Reason.INVALID_FIELD);
  }

  @Test
  void handsARefusedRecordOnWhole() {
    SourceRecord source = EventSample.unlock().without("gameId").source();

    assertThat(EventReader.read(source).deadLetter().source()).isSameAs(source);
  }

  @Test
  void tellsTheTimeOfWhatPlayersDidOnly() {
    Instant occurredAt = LOGGED_AT.minusSeconds(60);

    assertThat(EventSample.unlock().read().eventTime()).contains(occurredAt.toEpochMilli());
    assertThat(EventSample.action().read().eventTime()).contains(occurredAt.toEpochMilli());
    assertThat(EventSample.playtime().read().eventTime()).contains(occurredAt.toEpochMilli());
    assertThat(EventSample.profile().read().eventTime()).isEmpty();
    assertThat(EventSample.moderation().read().eventTime()).isEmpty();
    assertThat(EventSample.unlock().at(LOGGED_AT.plusSeconds(900)).read().eventTime()).isEmpty();
  }
}
