package dev.laurel.local.deadletter;

import dev.laurel.local.kafka.ReadTopic;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The topic dead-letters, read whole: it may hold a letter twice, here it is one. */
record DeadLetters(String bootstrapServers) {

  /**
   * The letters that are meant, stored at or after {@code since}, in the order of their positions.
   */
  Collection<DeadLetter> read(Optional<Instant> since, Selection selection) throws IOException {
    TreeMap<Position, DeadLetter> letters = new TreeMap<>();
    try {
      new ReadTopic(bootstrapServers, "dead-letters")
          .read(since, stored -> keep(stored, selection, letters));
    } catch (IllegalArgumentException broken) {
      throw new IOException(broken.getMessage(), broken);
    }
    return letters.values();
  }

  static void keep(
      ConsumerRecord<byte[], byte[]> stored,
      Selection selection,
      TreeMap<Position, DeadLetter> letters) {
    DeadLetter letter = DeadLetter.read(stored);
    if (selection.holds(letter)) {
      letters.putIfAbsent(letter.position(), letter);
    }
  }
}
