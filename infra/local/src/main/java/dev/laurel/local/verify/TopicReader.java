package dev.laurel.local.verify;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic from its very first record on, further and further. */
final class TopicReader implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(200);

  private final String topic;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;

  private TopicReader(
      String topic, KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    this.topic = topic;
    this.consumer = consumer;
    this.partitions = partitions;
  }

  /** One of a topic of which nothing has been let go. */
  static TopicReader open(String bootstrapServers, String topic) throws IOException {
    TopicReader reader = openWhatIsLeft(bootstrapServers, topic);
    try {
      reader.holdComplete();
      return reader;
    } catch (IOException incomplete) {
      reader.close();
      throw incomplete;
    }
  }

  /** One of a topic that may have let go of its first records. */
  static TopicReader openWhatIsLeft(String bootstrapServers, String topic) throws IOException {
    KafkaConsumer<byte[], byte[]> consumer = consumer(bootstrapServers);
    try {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(each -> new TopicPartition(topic, each.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      return new TopicReader(topic, consumer, partitions);
    } catch (KafkaException away) {
      consumer.close();
      throw new IOException(
          "topic %s at %s cannot be read: %s".formatted(topic, bootstrapServers, away.getMessage()),
          away);
    }
  }

  private static KafkaConsumer<byte[], byte[]> consumer(String bootstrapServers) {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers",
            bootstrapServers,
            "enable.auto.commit",
            "false",
            "auto.offset.reset",
            "none",
            "default.api.timeout.ms",
            Math.toIntExact(PATIENCE.toMillis())),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  private void holdComplete() throws IOException {
    for (TopicPartition each : partitions) {
      if (consumer.position(each) > 0) {
        throw new IOException(
            "partition %s begins at offset %d: what came before is lost, and tables cannot be held to it"
                .formatted(each, consumer.position(each)));
      }
    }
  }

  /** Whether nothing has been let go. */
  boolean isWhole() throws IOException {
    return told(() -> consumer.beginningOffsets(partitions)).values().stream()
        .allMatch(first -> first == 0);
  }

  /** Where every partition ends now. */
  Map<TopicPartition, Long> ends() throws IOException {
    return told(() -> consumer.endOffsets(partitions));
  }

  /** Gives every further record before those ends, those of a partition in order. */
  void readTo(Map<TopicPartition, Long> ends, Consumer<ConsumerRecord<byte[], byte[]>> to)
      throws IOException {
    Map<TopicPartition, Long> left = new HashMap<>(ends);
    Instant last = Instant.now();
    while (!reached(left)) {
      if (Duration.between(last, Instant.now()).compareTo(PATIENCE) > 0) {
        throw new IOException(
            "no record of topic %s came for %d s, expected those before %s"
                .formatted(topic, PATIENCE.toSeconds(), left));
      }
      for (ConsumerRecord<byte[], byte[]> each : told(() -> consumer.poll(POLL))) {
        take(each, ends, to);
        last = Instant.now();
      }
    }
  }

  private boolean reached(Map<TopicPartition, Long> left) throws IOException {
    return told(
        () -> {
          left.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
          return left.isEmpty();
        });
  }

  /** What came beyond the end is read again next time. */
  private void take(
      ConsumerRecord<byte[], byte[]> each,
      Map<TopicPartition, Long> ends,
      Consumer<ConsumerRecord<byte[], byte[]>> to) {
    TopicPartition partition = new TopicPartition(each.topic(), each.partition());
    long end = ends.get(partition);
    if (each.offset() < end) {
      to.accept(each);
    } else {
      consumer.seek(partition, end);
    }
  }

  /** One record again. */
  ConsumerRecord<byte[], byte[]> at(int partition, long offset) throws IOException {
    TopicPartition from = new TopicPartition(topic, partition);
    long position = consumer.position(from);
    List<TopicPartition> others = partitions.stream().filter(each -> !each.equals(from)).toList();
    consumer.pause(others);
    consumer.seek(from, offset);
    try {
      Map<Long, ConsumerRecord<byte[], byte[]>> found = new HashMap<>();
      readTo(Map.of(from, offset + 1), each -> found.put(each.offset(), each));
      return found.get(offset);
    } finally {
      consumer.seek(from, position);
      consumer.resume(others);
    }
  }

  private interface Asking<T> {
    T ask();
  }

  private <T> T told(Asking<T> question) throws IOException {
    try {
      return question.ask();
    } catch (KafkaException away) {
      throw new IOException(
          "topic %s cannot be read: %s".formatted(topic, away.getMessage()), away);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
