package dev.laurel.pipeline.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader and the contract of the topic {@code player-events} agree. */
class EventContractTest {
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "7",
          "0",
          "1",
          "86400",
          "86401",
          "1.0",
          "1.5",
          "1e9",
          "1.1e9",
          "-1e9",
          "[]",
          "{}",
          "{\"a\":[1]}",
          "\"\"",
          "\"a\"",
          "\"ab\"",
          "\"a b\"",
          "\"global\"",
          "\"_none\"",
          "\"\\u00e9\"",
          "\"exclude\"",
          "\"restore\"",
          "\"unlock\"",
          "\"GB-1\"",
          "\"2026-03-01T09:00:00Z\"",
          "\"2026-03-01T09:00:00.1234567890123+19:00\"",
          "\"2026-03-01t09:00:00z\"",
          "\"2026-03-01 09:00:00Z\"",
          "\"2026-03-01T09:00:00\"",
          "\"1969-12-31T09:00:00Z\"",
          "\"3000-01-01T09:00:00Z\"",
          "\"" + "a".repeat(10) + "\"",
          "\"" + "a".repeat(11) + "\"",
          "\"" + "a".repeat(64) + "\"",
          "\"" + "a".repeat(65) + "\"",
          "\"" + "a".repeat(100) + "\"",
          "\"" + "a".repeat(101) + "\"",
          "\"" + "a".repeat(128) + "\"",
          "\"" + "a".repeat(129) + "\"",
          "\"" + "a".repeat(512) + "\"",
          "\"" + "a".repeat(513) + "\"",
          "\"" + "a".repeat(1000) + "\"",
          "\"" + "a".repeat(1001) + "\"",
          "\"" + "\uD83D\uDE00".repeat(100) + "\"",
          "\"" + "\uD83D\uDE00".repeat(101) + "\"");
  private static final List<String> FIELDS =
      List.of(
          "type",
          "eventId",
          "playerId",
          "occurredAt",
          "gameId",
          "achievementId",
          "actionType",
          "requestId",
          "actionId",
          "points",
          "metadata",
          "ipAddress",
          "userAgent",
          "seconds",
          "username",
          "region",
          "verdict",
          "reason",
          "by",
          "colour");

  private static final EventSample LATE =
      EventSample.unlock().loggedAt(EventSample.LOGGED_AT.plusSeconds(86_400 * 365L * 1000));

  static List<String> examples() throws IOException {
    return TopicContract.of("player-events").examples();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theReaderAcceptsEveryExample(String example) throws IOException {
    assertThat(TopicContract.of("player-events").accepts(example)).isTrue();
    assertThat(accepts(example)).isTrue();
  }

  @Test
  void thereIsAnExampleOfEveryType() throws IOException {
    assertThat(examples())
        .map(example -> new ObjectMapper().readTree(example).get("type").asText())
        .contains("unlock", "action", "playtime", "profile", "moderation");
  }

  @ParameterizedTest
  @ValueSource(strings = {"unlock", "action", "playtime", "profile", "moderation"})
  void theReaderAcceptsWhatTheSchemaAccepts(String type) throws IOException {
    TopicContract contract = TopicContract.of("player-events");
    EventSample good = EventSample.named(type);
    for (String field : FIELDS) {
      String without = good.without(field).json();
      assertThat(accepts(without)).as(without).isEqualTo(contract.accepts(without));
      for (String value : VALUES) {
        String json = good.with(field, value).json();
        assertThat(accepts(json)).as(json).isEqualTo(contract.accepts(json));
      }
    }
  }

  private static boolean accepts(String json) throws IOException {
    byte[] key = new ObjectMapper().readTree(json).path("playerId").asText().getBytes(UTF_8);
    SourceRecord source =
        new SourceRecord("player-events", 0, 0, LATE.loggedAt(), key, json.getBytes(UTF_8));
    return EventReader.read(source).readable().isPresent();
  }
}
