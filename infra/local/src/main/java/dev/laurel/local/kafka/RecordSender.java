package dev.laurel.local.kafka;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends records in order, acknowledged by all replicas, each once. A broker that is away is waited
 * for, ten minutes at most. The partition of a key is the Java client's: murmur2 of its bytes.
 */
public final class RecordSender implements AutoCloseable {

  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  public RecordSender(String bootstrapServers) {
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", bootstrapServers,
                "max.request.size", "33554432",
                "acks", "all",
                "enable.idempotence", "true",
                "linger.ms", "5",
                "batch.size", "131072",
                "delivery.timeout.ms", "600000",
                "max.block.ms", "600000"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Sends a record; fails if an earlier one could not be sent. */
  public Future<RecordMetadata> send(String topic, Optional<byte[]> key, byte[] value)
      throws IOException {
    return send(topic, key, Optional.of(value));
  }

  /** Sends a record, perhaps without a value; fails if an earlier one could not be sent. */
  public Future<RecordMetadata> send(String topic, Optional<byte[]> key, Optional<byte[]> value)
      throws IOException {
    failIfFailed();
    return producer.send(
        new ProducerRecord<>(topic, key.orElse(null), value.orElse(null)),
        (sent, failed) -> failure.compareAndSet(null, failed));
  }

  /** Waits until everything sent so far is acknowledged. */
  public void flush() throws IOException {
    producer.flush();
    failIfFailed();
  }

  /** The offset at which a record came to lie. */
  public static long offset(Future<RecordMetadata> sent) throws IOException, InterruptedException {
    try {
      return sent.get().offset();
    } catch (ExecutionException failed) {
      throw new IOException(
          "Kafka did not take a record: " + failed.getCause().getMessage(), failed);
    }
  }

  @Override
  public void close() {
    producer.close();
  }

  private void failIfFailed() throws IOException {
    Exception failed = failure.get();
    if (failed != null) {
      throw new IOException("Kafka did not take a record: " + failed.getMessage(), failed);
    }
  }
}
