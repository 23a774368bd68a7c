package dev.laurel.pipeline.outlet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.laurel.pipeline.suspicion.Flag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Flags as records of their topic, as {@code infra/topics/anomalies.json} describes them. */
final class AnomaliesTopic implements KafkaRecordSerializationSchema<Flag> {
  private static final long serialVersionUID = 1L;
  private static final JsonFactory JSON = new JsonFactory();

  private final String topic;

  AnomaliesTopic(String topic) {
    this.topic = topic;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      Flag flag, KafkaSinkContext context, Long timestamp) {
    byte[] key = flag.playerId().getBytes(StandardCharsets.UTF_8);
    return new ProducerRecord<>(topic, key, json(flag));
  }

  private static byte[] json(Flag flag) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("rule", flag.rule().name());
      json.writeStringField("playerId", flag.playerId());
      json.writeStringField("gameId", flag.gameId());
      json.writeStringField("startedAt", flag.startedAt().toString());
      json.writeNumberField("spanMillis", flag.spanMillis());
      json.writeNumberField("measured", flag.measured());
      json.writeNumberField("allowed", flag.allowed());
      json.writeStringField("ipAddress", flag.ipAddress().isEmpty() ? null : flag.ipAddress());
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory failed", impossible);
    }
    return bytes.toByteArray();
  }
}
