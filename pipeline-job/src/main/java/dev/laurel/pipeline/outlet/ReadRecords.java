package dev.laurel.pipeline.outlet;

import dev.laurel.pipeline.event.SourceRecord;
import java.io.Serializable;
import java.time.Instant;
import java.util.function.Function;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads a Kafka record, whatever its bytes are, as something of its topic. */
final class ReadRecords<T> implements KafkaRecordDeserializationSchema<T> {
  private static final long serialVersionUID = 1L;

  /** What a record says. */
  interface Reader<T> extends Function<SourceRecord, T>, Serializable {}

  private final Class<T> type;
  private final Reader<T> reader;

  ReadRecords(Class<T> type, Reader<T> reader) {
    this.type = type;
    this.reader = reader;
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<T> out) {
    Instant loggedAt = Instant.ofEpochMilli(record.timestamp());
    out.collect(
        reader.apply(
            new SourceRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                loggedAt,
                record.key(),
                record.value())));
  }

  @Override
  public TypeInformation<T> getProducedType() {
    return TypeInformation.of(type);
  }
}
