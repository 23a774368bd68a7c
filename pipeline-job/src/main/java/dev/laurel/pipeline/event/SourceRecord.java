package dev.laurel.pipeline.event;

import java.time.Instant;

/**
 * A record of a Kafka topic as it came: where it stood and its untouched bytes, so that what does
 * not count can be handed on whole.
 *
 * @param loggedAt its Kafka timestamp: log time
 * @param key the bytes of its key; null if it had none
 * @param value the bytes of its value; null if it had none
 */
@SuppressWarnings("ArrayRecordComponent") // bytes in, bytes out: never compared
public record SourceRecord(
    String topic, int partition, long offset, Instant loggedAt, byte[] key, byte[] value) {

  private static final byte[] NONE = {};

  /** Its key to read; empty if it had none. */
  public byte[] keyOrEmpty() {
    return key == null ? NONE : key;
  }

  /** Its value to read; empty if it had none. */
  public byte[] valueOrEmpty() {
    return value == null ? NONE : value;
  }

  /** Where it stood, without its bytes. */
  SourceRecord withoutBytes() {
    return new SourceRecord(topic, partition, offset, loggedAt, null, null);
  }
}
