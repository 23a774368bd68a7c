package dev.laurel.pipeline.outlet;

import dev.laurel.pipeline.event.DeadLetter;
import dev.laurel.pipeline.event.SourceRecord;
import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Dead letters as records of their topic, as {@code infra/topics/dead-letters.json} describes them.
 */
final class DeadLettersTopic implements KafkaRecordSerializationSchema<DeadLetter> {
  private static final long serialVersionUID = 1L;

  private final String topic;

  DeadLettersTopic(String topic) {
    this.topic = topic;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      DeadLetter letter, KafkaSinkContext context, Long timestamp) {
    SourceRecord source = letter.source();
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic, source.key(), source.value());
    addHeader(record, "reason", letter.refusal().reason().name());
    addHeader(record, "message", letter.refusal().message());
    addHeader(record, "topic", source.topic());
    addHeader(record, "partition", Integer.toString(source.partition()));
    addHeader(record, "offset", Long.toString(source.offset()));
    addHeader(record, "timestamp", source.loggedAt().toString());
    return record;
  }

  private static void addHeader(ProducerRecord<byte[], byte[]> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
