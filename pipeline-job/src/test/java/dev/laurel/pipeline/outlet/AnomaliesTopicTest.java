package dev.laurel.pipeline.outlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.laurel.pipeline.suspicion.Flag;
import dev.laurel.pipeline.suspicion.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnomaliesTopicTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final AnomaliesTopic topic = new AnomaliesTopic("anomalies-here");

  @Test
  void aFlagKeepsTheContract() throws IOException {
    JsonNode record = json(SampleRows.flag("ada", Long.MAX_VALUE));

    assertThat(new TopicContract("anomalies").faults(record)).isEmpty();
    assertThat(record)
        .isEqualTo(
            JSON.readTree(
                """
                {"rule": "POINTS_A_MINUTE", "playerId": "ada", "gameId": "chess",
                 "startedAt": "1970-01-01T00:00:00.001Z", "spanMillis": 60000,
                 "measured": 9223372036854775807, "allowed": 25000, "ipAddress": null}
                """));
  }

  @Test
  void aFlagOfAnAddressNamesIt() throws IOException {
    JsonNode record = json(SampleRows.flagOfAddress("ada", "2001:db8::7"));

    assertThat(new TopicContract("anomalies").faults(record)).isEmpty();
    assertThat(record.get("ipAddress").asText()).isEqualTo("2001:db8::7");
    assertThat(record.get("gameId").asText()).isEqualTo("_none");
  }

  @ParameterizedTest
  @EnumSource
  void everyRuleIsOfTheContract(Rule rule) throws IOException {
    ObjectNode record = (ObjectNode) json(SampleRows.flag("ada", 30_000));

    assertThat(new TopicContract("anomalies").faults(record.put("rule", rule.name()))).isEmpty();
  }

  @Test
  void standsInItsTopicUnderItsPlayer() {
    ProducerRecord<byte[], byte[]> record = write(SampleRows.flag("ada", 30_000));

    assertThat(record.topic()).isEqualTo("anomalies-here");
    assertThat(new String(record.key(), UTF_8)).isEqualTo("ada");
  }

  @Test
  void theContractRefusesWhatIsNotOfItAndTakesItsExamples() throws IOException {
    TopicContract contract = new TopicContract("anomalies");
    ObjectNode record = (ObjectNode) json(SampleRows.flag("ada", 30_000));
    JsonNode file =
        JSON.readTree(Files.readString(Path.of("..", "infra", "topics", "anomalies.json")));

    assertThat(contract.faults(record.deepCopy().put("rule", "SPEED"))).isNotEmpty();
    assertThat(contract.faults(record.deepCopy().put("more", 1))).isNotEmpty();
    assertThat(contract.faults(record.deepCopy().put("ipAddress", ""))).isNotEmpty();
    assertThat(contract.faults(record.deepCopy().without("allowed").toString())).isNotEmpty();
    assertThat(file.get("examples"))
        .isNotEmpty()
        .allSatisfy(example -> assertThat(contract.faults(example)).isEmpty());
  }

  private ProducerRecord<byte[], byte[]> write(Flag flag) {
    return topic.serialize(flag, null, null);
  }

  private JsonNode json(Flag flag) throws IOException {
    return JSON.readTree(write(flag).value());
  }
}
