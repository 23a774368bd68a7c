package dev.laurel.local.deadletter;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A refused record: why it was refused, where it stands, and what it is.
 *
 * @param stored the record of the topic dead-letters: key and value are those of the refused one
 */
record DeadLetter(
    String reason, String message, Position position, ConsumerRecord<byte[], byte[]> stored) {

  /** The letter in a record of the topic dead-letters: the reason stands in its headers. */
  static DeadLetter read(ConsumerRecord<byte[], byte[]> stored) {
    String position =
        header(stored, "topic")
            + "/"
            + header(stored, "partition")
            + "/"
            + header(stored, "offset");
    Position refused =
        Position.parse(position)
            .orElseThrow(
                () ->
                    broken(
                        stored,
                        "its headers name '%s', expected topic, partition and offset"
                            .formatted(position)));
    return new DeadLetter(header(stored, "reason"), header(stored, "message"), refused, stored);
  }

  /** The refused record's key; empty if it had none. */
  Optional<byte[]> key() {
    return Optional.ofNullable(stored.key());
  }

  /** The refused record's value; empty if it had none. */
  Optional<byte[]> value() {
    return Optional.ofNullable(stored.value());
  }

  /** Code, position and message, a tab between them, on one line whatever the message holds. */
  String line() {
    return reason + "\t" + position + "\t" + message.replaceAll("\\p{Cntrl}", " ");
  }

  private static String header(ConsumerRecord<byte[], byte[]> stored, String name) {
    Header header = stored.headers().lastHeader(name);
    if (header == null) {
      throw broken(stored, "it has no header " + name);
    }
    return new String(header.value(), StandardCharsets.UTF_8);
  }

  private static IllegalArgumentException broken(
      ConsumerRecord<byte[], byte[]> stored, String why) {
    return new IllegalArgumentException(
        "record %s/%d/%d is no dead letter: %s"
            .formatted(stored.topic(), stored.partition(), stored.offset(), why));
  }
}
