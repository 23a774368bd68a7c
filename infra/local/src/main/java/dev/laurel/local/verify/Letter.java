package dev.laurel.local.verify;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** A record of player-events that does not count, and the code that says why. */
record Letter(int partition, long offset, String reason) implements Comparable<Letter> {
  private static final Comparator<Letter> ORDER =
      Comparator.comparingInt(Letter::partition)
          .thenComparingLong(Letter::offset)
          .thenComparing(Letter::reason);

  /** What a record of the topic dead-letters says; empty if it is not about player-events. */
  static Optional<Letter> read(ConsumerRecord<byte[], byte[]> stored) {
    return header(stored, "topic").equals("player-events")
        ? Optional.of(
            new Letter(
                Integer.parseInt(header(stored, "partition")),
                Long.parseLong(header(stored, "offset")),
                header(stored, "reason")))
        : Optional.empty();
  }

  private static String header(ConsumerRecord<byte[], byte[]> stored, String name) {
    Header header = stored.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  @Override
  public int compareTo(Letter other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return "%d %d %s".formatted(partition, offset, reason);
  }
}
