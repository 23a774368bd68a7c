package dev.laurel.serving.board;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/** Puts a consumer back in time. */
final class Rewind {

  private Rewind() {}

  /**
   * Lets the consumer read on from the first record at or after an instant, and from the beginning
   * where there is none: the tables may be further behind than that.
   */
  static void back(
      Consumer<byte[], byte[]> consumer,
      List<TopicPartition> partitions,
      Instant since,
      Duration patience) {
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(partition -> times.put(partition, since.toEpochMilli()));
    Map<TopicPartition, OffsetAndTimestamp> starts = consumer.offsetsForTimes(times, patience);
    for (TopicPartition partition : partitions) {
      OffsetAndTimestamp start = starts.get(partition);
      if (start == null) {
        consumer.seekToBeginning(List.of(partition));
      } else {
        consumer.seek(partition, start.offset());
      }
      consumer.position(partition, patience);
    }
  }
}
