package dev.laurel.pipeline.board;

import dev.laurel.pipeline.board.ShardHarness.Subtask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** Shards and merges behind each other, several subtasks each, on one clock. */
final class ShardedBoards implements AutoCloseable {
  private static final Duration PUBLISH_EVERY = Duration.ofMillis(100);

  /** All that a checkpoint holds. */
  record Snapshot(List<OperatorSubtaskState> shards, List<OperatorSubtaskState> merges) {
    static final Snapshot NONE = new Snapshot(List.of(), List.of());
  }

  private final List<KeyedOneInputStreamOperatorTestHarness<BoardShard, StandingChange, ShardTop>>
      shards = new ArrayList<>();
  private final List<KeyedOneInputStreamOperatorTestHarness<Board, ShardTop, BoardTop>> merges =
      new ArrayList<>();

  ShardedBoards(int topSize, int parallelism, Snapshot from, long now) throws Exception {
    for (int i = 0; i < parallelism; i++) {
      shards.add(
          ShardHarness.rankShard(
              topSize, PUBLISH_EVERY.dividedBy(2), new Subtask(i, parallelism, from.shards())));
      merges.add(
          ShardHarness.mergeTops(
              topSize, PUBLISH_EVERY, new Subtask(i, parallelism, from.merges())));
    }
    for (int i = 0; i < parallelism; i++) {
      shards.get(i).getProcessingTimeService().setCurrentTime(now);
      merges.get(i).getProcessingTimeService().setCurrentTime(now);
    }
  }

  void take(StandingChange change) throws Exception {
    subtaskOf(BoardShard.of(change), shards).processElement(change, 0);
  }

  /** Lets the clock tick; what is published reaches the readers, the table before the changes. */
  void at(long now, Consumer<BoardTop> table, Consumer<RankChange> changes) throws Exception {
    for (var shard : shards) {
      shard.setProcessingTime(now);
      for (ShardTop top : shard.extractOutputValues()) {
        subtaskOf(top.board(), merges).processElement(top, 0);
      }
      shard.getOutput().clear();
    }
    for (var merge : merges) {
      merge.setProcessingTime(now);
      merge.extractOutputValues().forEach(table);
      merge.getOutput().clear();
      var told = merge.getSideOutput(MergeTops.RANK_CHANGES);
      if (told != null) {
        told.stream().map(StreamRecord::getValue).forEach(changes);
        told.clear();
      }
    }
  }

  Snapshot snapshot() throws Exception {
    List<OperatorSubtaskState> ofShards = new ArrayList<>();
    List<OperatorSubtaskState> ofMerges = new ArrayList<>();
    for (var shard : shards) {
      ofShards.add(shard.snapshot(1, 1));
    }
    for (var merge : merges) {
      ofMerges.add(merge.snapshot(1, 1));
    }
    return new Snapshot(ofShards, ofMerges);
  }

  @Override
  public void close() throws Exception {
    for (var shard : shards) {
      shard.close();
    }
    for (var merge : merges) {
      merge.close();
    }
  }

  private static <H> H subtaskOf(Object key, List<H> subtasks) {
    return subtasks.get(
        KeyGroupRangeAssignment.assignKeyToParallelOperator(
            key, ShardHarness.MAX_PARALLELISM, subtasks.size()));
  }
}
