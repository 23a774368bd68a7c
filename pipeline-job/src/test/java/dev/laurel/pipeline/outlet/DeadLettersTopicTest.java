package dev.laurel.pipeline.outlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.laurel.pipeline.event.DeadLetter;
import dev.laurel.pipeline.event.EventReader;
import dev.laurel.pipeline.event.Reason;
import dev.laurel.pipeline.event.Refusal;
import dev.laurel.pipeline.event.SourceRecord;
import java.io.IOException;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeadLettersTopicTest {
  private static final byte[] KEY = {0, -1, 'k'};
  private static final byte[] VALUE = {'{', -128, 0, '\n', (byte) 0xc3, 0x28};

  private final DeadLettersTopic topic = new DeadLettersTopic("graveyard");

  @Test
  void handsOnTheRecordsBytesUntouched() {
    ProducerRecord<byte[], byte[]> record = write(Reason.MALFORMED, "it is \u20ac");

    assertThat(record.topic()).isEqualTo("graveyard");
    assertThat(record.key()).isEqualTo(KEY);
    assertThat(record.value()).isEqualTo(VALUE);
  }

  @Test
  void aRecordWithoutKeyAndValueStaysWithout() {
    Instant loggedAt = Instant.parse("2026-11-01T00:00:00Z");
    SourceRecord bare = new SourceRecord("player-events", 0, 1, loggedAt, null, null);
    DeadLetter letter = EventReader.read(bare).deadLetter();

    ProducerRecord<byte[], byte[]> record = topic.serialize(letter, null, null);

    assertThat(letter.refusal().reason()).isEqualTo(Reason.MALFORMED);
    assertThat(record.key()).isNull();
    assertThat(record.value()).isNull();
  }

  @Test
  void saysWhyAndWhereInHeaders() {
    ObjectNode headers = headers(write(Reason.UNKNOWN_GAME, "gameId is '\u20ac'"));

    assertThat(headers.get("reason").asText()).isEqualTo("UNKNOWN_GAME");
    assertThat(headers.get("message").asText()).isEqualTo("gameId is '\u20ac'");
    assertThat(headers.get("topic").asText()).isEqualTo("player-events");
    assertThat(headers.get("partition").asText()).isEqualTo("11");
    assertThat(headers.get("offset").asText()).isEqualTo("9007199254740993");
    assertThat(headers.get("timestamp").asText()).isEqualTo("2999-12-31T23:59:59.999Z");
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void everyReasonKeepsTheContract(Reason reason) throws IOException {
    ObjectNode headers = headers(write(reason, "why"));

    assertThat(new TopicContract("dead-letters").faults(headers)).isEmpty();
  }

  @Test
  void theContractRefusesAnUnknownReason() throws IOException {
    ObjectNode headers = headers(write(Reason.MALFORMED, "why")).put("reason", "WHIM");

    assertThat(new TopicContract("dead-letters").faults(headers)).isNotEmpty();
  }

  private ProducerRecord<byte[], byte[]> write(Reason reason, String message) {
    SourceRecord source =
        new SourceRecord(
            "player-events", 11, 9_007_199_254_740_993L, SampleRows.LAST_MOMENT, KEY, VALUE);
    return topic.serialize(new DeadLetter(source, new Refusal(reason, message)), null, null);
  }

  private static ObjectNode headers(ProducerRecord<byte[], byte[]> record) {
    ObjectNode headers = JsonMapper.builder().build().createObjectNode();
    for (Header header : record.headers()) {
      assertThat(headers.has(header.key())).as(header.key() + " twice").isFalse();
      headers.put(header.key(), new String(header.value(), UTF_8));
    }
    return headers;
  }
}
