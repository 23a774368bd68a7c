package dev.laurel.local.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Waits until new topics can be written to. A producer that begins before that may lose its first
 * batch of a partition for good: it is refused, the next one is taken, and from then on the first
 * is out of order (KAFKA-15591, until brokers refuse the next one too).
 */
public final class AwaitLeaders {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private AwaitLeaders() {}

  /** Waits for the leaders of all partitions of topics that have just been made. */
  public static void of(List<NewTopic> topics, Admin admin)
      throws ExecutionException, InterruptedException {
    for (NewTopic topic : topics) {
      of(topic.name(), topic.numPartitions(), admin);
    }
  }

  /** Waits for the leaders of so many partitions of a topic. */
  static void of(String topic, int partitions, Admin admin)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    for (int partition = 0; partition < partitions; partition++) {
      ends.put(new TopicPartition(topic, partition), OffsetSpec.latest());
    }
    long deadline = System.nanoTime() + LONGEST.toNanos();
    while (!areKnown(ends, admin, deadline)) {
      Thread.sleep(PAUSE.toMillis());
    }
  }

  /**
   * Only a leader knows the end of its partition, and the client asks again until there is one. But
   * it gives up where a broker does not know the topic yet.
   */
  private static boolean areKnown(Map<TopicPartition, OffsetSpec> ends, Admin admin, long deadline)
      throws ExecutionException, InterruptedException {
    try {
      admin.listOffsets(ends).all().get();
      return true;
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof UnknownTopicOrPartitionException
          && System.nanoTime() < deadline) {
        return false;
      }
      throw failed;
    }
  }
}
