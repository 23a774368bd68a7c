package dev.laurel.local.endtoend;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How far the job has come in the event log, by the offsets it commits with every checkpoint. */
final class LogProgress {
  private LogProgress() {}

  /**
   * Returns when a checkpoint holds everything that is in the log now; what came of it is then in
   * its topics.
   */
  static void awaitCheckpointOfAll(String bootstrapServers) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      Map<TopicPartition, Long> ends = ends(admin);
      await("a checkpoint behind " + ends)
          .atMost(Duration.ofMinutes(1))
          .ignoreExceptions()
          .until(() -> covers(committed(admin), ends));
    }
  }

  private static Map<TopicPartition, Long> ends(Admin admin) {
    try {
      var partitions =
          admin
              .describeTopics(java.util.List.of("player-events"))
              .allTopicNames()
              .get()
              .get("player-events")
              .partitions();
      var specs =
          partitions.stream()
              .collect(
                  Collectors.toMap(
                      p -> new TopicPartition("player-events", p.partition()),
                      p -> OffsetSpec.latest()));
      return admin.listOffsets(specs).all().get().entrySet().stream()
          .filter(end -> end.getValue().offset() > 0)
          .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
    } catch (Exception away) {
      throw new IllegalStateException("the end of player-events cannot be told", away);
    }
  }

  private static Map<TopicPartition, Long> committed(Admin admin) throws Exception {
    return admin
        .listConsumerGroupOffsets("laurel")
        .partitionsToOffsetAndMetadata()
        .get()
        .entrySet()
        .stream()
        .filter(entry -> entry.getValue() != null)
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
  }

  private static boolean covers(
      Map<TopicPartition, Long> committed, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> committed.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }
}
