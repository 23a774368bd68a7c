package dev.laurel.bench.contender;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.AbstractCheckpointStats;
import org.apache.flink.runtime.checkpoint.CheckpointStatsSnapshot;
import org.apache.flink.runtime.checkpoint.CheckpointStatsStatus;
import org.apache.flink.runtime.checkpoint.SubtaskStateStats;

/** The completed checkpoints that Flink still knows of a run: the last ten. */
record Checkpoints(int count, List<AbstractCheckpointStats> latest) {

  static Checkpoints of(CheckpointStatsSnapshot snapshot) {
    return new Checkpoints(
        (int) snapshot.getCounts().getNumberOfCompletedCheckpoints(),
        snapshot.getHistory().getCheckpoints().stream()
            .filter(each -> each.getStatus() == CheckpointStatsStatus.COMPLETED)
            .toList());
  }

  /** The longest synchronous part in any subtask. */
  long syncMillis() {
    return latest.stream()
        .flatMap(Checkpoints::subtasks)
        .mapToLong(SubtaskStateStats::getSyncCheckpointDuration)
        .max()
        .orElse(0);
  }

  /** The longest from trigger to last acknowledgement. */
  long endToEndMillis() {
    return latest.stream().mapToLong(AbstractCheckpointStats::getEndToEndDuration).max().orElse(0);
  }

  /** Size of the state that the newest refers to. */
  double stateMegabytes() {
    return latest.isEmpty() ? 0 : latest.get(0).getStateSize() / 1e6;
  }

  private static Stream<SubtaskStateStats> subtasks(AbstractCheckpointStats checkpoint) {
    return checkpoint.getAllTaskStateStats().stream()
        .flatMap(task -> Arrays.stream(task.getSubtaskStats()))
        .filter(Objects::nonNull);
  }
}
