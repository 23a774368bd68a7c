package dev.laurel.local.kafka;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads a topic from its beginning, or from an instant on, up to where it ended when the reading
 * began.
 */
public record ReadTopic(String bootstrapServers, String topic) {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * Gives every record logged at or after {@code since} to {@code reader}, those of a partition in
   * order.
   */
  public void read(Optional<Instant> since, Consumer<ConsumerRecord<byte[], byte[]>> reader)
      throws IOException {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            bootstrapServers,
            "enable.auto.commit",
            "false",
            "auto.offset.reset",
            "none",
            "default.api.timeout.ms",
            Math.toIntExact(PATIENCE.toMillis()));
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(each -> new TopicPartition(topic, each.partition()))
              .toList();
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      consumer.assign(partitions);
      begin(consumer, partitions, since, ends);
      readTo(consumer, ends, reader);
    } catch (KafkaException failed) {
      throw new IOException(
          "topic %s at %s cannot be read: %s"
              .formatted(topic, bootstrapServers, failed.getMessage()),
          failed);
    }
  }

  private static void begin(
      KafkaConsumer<byte[], byte[]> consumer,
      List<TopicPartition> partitions,
      Optional<Instant> since,
      Map<TopicPartition, Long> ends) {
    if (since.isEmpty()) {
      consumer.seekToBeginning(partitions);
      return;
    }
    long from = since.get().toEpochMilli();
    Map<TopicPartition, OffsetAndTimestamp> starts =
        consumer.offsetsForTimes(
            partitions.stream().collect(Collectors.toMap(each -> each, each -> from)));
    starts.forEach(
        (partition, start) ->
            consumer.seek(partition, start == null ? ends.get(partition) : start.offset()));
  }

  private static void readTo(
      KafkaConsumer<byte[], byte[]> consumer,
      Map<TopicPartition, Long> ends,
      Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    Map<TopicPartition, Long> left = new HashMap<>(ends);
    left.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
    Instant lastRecord = Instant.now();
    while (!left.isEmpty()) {
      if (Duration.between(lastRecord, Instant.now()).compareTo(PATIENCE) > 0) {
        throw new TimeoutException("no record came for %d s".formatted(PATIENCE.toSeconds()));
      }
      for (ConsumerRecord<byte[], byte[]> each : consumer.poll(Duration.ofMillis(200))) {
        if (each.offset() < ends.get(new TopicPartition(each.topic(), each.partition()))) {
          reader.accept(each);
        }
        lastRecord = Instant.now();
      }
      left.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
    }
  }
}
