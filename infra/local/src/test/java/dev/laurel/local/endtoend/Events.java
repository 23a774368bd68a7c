package dev.laurel.local.endtoend;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends lines to the topics as a game server would: through Kafka's own client, keyed by player.
 */
final class Events implements AutoCloseable {
  private final KafkaProducer<byte[], byte[]> producer;

  Events(String bootstrapServers) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 2),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Sends events and returns when the log has them all. */
  void send(List<String> lines) {
    var sent =
        lines.stream()
            .map(line -> send("player-events", FormulaOne.playerOf(line), line))
            .collect(Collectors.toList());
    producer.flush();
    sent.forEach(Events::await);
  }

  /** Returns when everything that was sent is in the log. */
  void flush() {
    producer.flush();
  }

  /** Sends one record, whatever it is. */
  Future<?> send(String topic, String key, String value) {
    return producer.send(
        new ProducerRecord<>(
            topic, key.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public void close() {
    producer.close();
  }

  private static void await(Future<?> sent) {
    try {
      sent.get(60, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException failed) {
      throw new IllegalStateException("the event log did not take a record", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
