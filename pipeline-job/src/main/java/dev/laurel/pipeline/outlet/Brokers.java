package dev.laurel.pipeline.outlet;

import dev.laurel.pipeline.board.RankChange;
import dev.laurel.pipeline.catalog.CatalogEnd;
import dev.laurel.pipeline.event.Arrival;
import dev.laurel.pipeline.event.DeadLetter;
import dev.laurel.pipeline.event.EventReader;
import dev.laurel.pipeline.event.SourceRecord;
import dev.laurel.pipeline.suspicion.Flag;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;

/**
 * How Kafka is reached, and the ends of the job there. Topics are read from their beginning, or
 * from where the checkpoint was; only committed records. What is written is there at least once, at
 * once: readers go by versions and positions.
 *
 * @param properties further properties of the clients, which win over ours
 * @param toTheEnd whether topics are read to the ends they have when reading begins, and no further
 */
public record Brokers(String bootstrapServers, Map<String, String> properties, boolean toTheEnd)
    implements Serializable {

  /**
   * As in dead-letters' contract: a refused record may be as great as any, and has headers on top.
   */
  private static final String MOST_BYTES_A_RECORD = "33554432";

  /** Every batch takes 128 KiB for its compression, however small it is. */
  private static final String GATHERED_MILLIS = "20";

  public Brokers {
    properties = new HashMap<>(properties);
  }

  /** The event log. */
  public Source<Arrival, ?, ?> playerEvents(String topic) {
    return source(topic, new ReadRecords<>(Arrival.class, EventReader::read));
  }

  /** The catalog. */
  public Source<SourceRecord, ?, ?> catalog(String topic) {
    return source(topic, new ReadRecords<>(SourceRecord.class, record -> record));
  }

  /** Where the catalog ends. */
  public CatalogEnd catalogEnd(String topic) {
    return () -> new KafkaCatalogEnd(this, topic);
  }

  /** Takes rank changes. */
  public KafkaSink<RankChange> rankChanges(String topic) {
    return sink(new RankChangesTopic(topic));
  }

  /** Takes dead letters. */
  public KafkaSink<DeadLetter> deadLetters(String topic) {
    return sink(new DeadLettersTopic(topic));
  }

  /** Takes flags of suspect players. */
  public KafkaSink<Flag> anomalies(String topic) {
    return sink(new AnomaliesTopic(topic));
  }

  /** Without the properties, which may hold passwords. */
  @Override
  public String toString() {
    return bootstrapServers;
  }

  Properties clientProperties() {
    Properties all = new Properties();
    all.setProperty("bootstrap.servers", bootstrapServers);
    all.putAll(properties);
    return all;
  }

  private <T> KafkaSource<T> source(String topic, KafkaRecordDeserializationSchema<T> reader) {
    var source =
        KafkaSource.<T>builder()
            .setTopics(topic)
            .setGroupId("laurel")
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setDeserializer(reader)
            .setProperty("isolation.level", "read_committed")
            .setProperty("client.id.prefix", "laurel-" + topic)
            .setProperties(clientProperties());
    return toTheEnd ? source.setBounded(OffsetsInitializer.latest()).build() : source.build();
  }

  private <T> KafkaSink<T> sink(KafkaRecordSerializationSchema<T> writer) {
    return KafkaSink.<T>builder()
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .setRecordSerializer(writer)
        .setProperty("compression.type", "lz4")
        .setProperty("linger.ms", GATHERED_MILLIS)
        .setProperty("max.request.size", MOST_BYTES_A_RECORD)
        .setKafkaProducerConfig(clientProperties())
        .build();
  }
}
