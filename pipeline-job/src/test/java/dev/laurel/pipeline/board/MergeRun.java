package dev.laurel.pipeline.board;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** {@link MergeTops} with one or more subtasks, and everything it has told so far. */
final class MergeRun implements AutoCloseable {
  static final long START = 1_795_305_600_000L;
  static final int KEY_GROUPS = 8;
  static final KeyGroups LEFT = KeyGroups.of(0, 2, KEY_GROUPS);
  static final KeyGroups RIGHT = KeyGroups.of(1, 2, KEY_GROUPS);
  static final KeyGroups ALL = KeyGroups.of(0, 1, KEY_GROUPS);
  private static final Duration PUBLISH_EVERY = Duration.ofMillis(100);

  private final List<BoardTop> published = new ArrayList<>();
  private final List<RankChange> changes = new ArrayList<>();
  private final List<FinalTop> finals = new ArrayList<>();
  private final int topSize;
  private List<KeyedOneInputStreamOperatorTestHarness<Board, Share, BoardTop>> subtasks =
      new ArrayList<>();

  /** Starts with one subtask and no state, at {@link #START}. */
  MergeRun(int topSize) throws Exception {
    this.topSize = topSize;
    var subtask = subtask(1, 0);
    subtask.open();
    subtask.getProcessingTimeService().setCurrentTime(START);
    subtasks.add(subtask);
  }

  /** Takes in a share; a mark reaches every subtask. */
  void take(Share share) throws Exception {
    switch (share.kind()) {
      case OPEN, CLOSED, CLOSED_AGAIN -> deliver(share);
      case OPEN_COMPLETE, CLOSED_COMPLETE -> {
        for (Board mark : Marks.boards(KEY_GROUPS)) {
          deliver(Share.mark(mark, share.players(), share.epoch(), share.kind(), share.whole()));
        }
      }
    }
    collect();
  }

  private void deliver(Share share) throws Exception {
    int index =
        KeyGroupRangeAssignment.assignKeyToParallelOperator(
            share.board(), KEY_GROUPS, subtasks.size());
    subtasks.get(index).processElement(new StreamRecord<>(share));
  }

  /** Lets the clock come to so many milliseconds after the start. */
  void at(long millis) throws Exception {
    for (var subtask : subtasks) {
      subtask.setProcessingTime(START + millis);
    }
    collect();
  }

  void watermark(long time) throws Exception {
    for (var subtask : subtasks) {
      subtask.processWatermark(new Watermark(time));
    }
    collect();
  }

  void finish() throws Exception {
    for (var subtask : subtasks) {
      subtask.getOperator().finish();
    }
    collect();
  }

  /** Stops it with snapshot {@code 1} and starts it from there, at the same time. */
  void restart(int parallelism) throws Exception {
    List<OperatorSubtaskState> states = new ArrayList<>();
    long now = subtasks.get(0).getProcessingTime();
    for (var subtask : subtasks) {
      states.add(subtask.snapshot(1, 1));
      subtask.close();
    }
    OperatorSubtaskState whole =
        AbstractStreamOperatorTestHarness.repackageState(
            states.toArray(new OperatorSubtaskState[0]));
    int before = subtasks.size();
    subtasks = new ArrayList<>();
    for (int index = 0; index < parallelism; index++) {
      var subtask = subtask(parallelism, index);
      subtask.getProcessingTimeService().setCurrentTime(now);
      subtask.setRestoredCheckpointId(1);
      subtask.initializeState(
          AbstractStreamOperatorTestHarness.repartitionOperatorState(
              whole, KEY_GROUPS, before, parallelism, index));
      subtask.open();
      subtasks.add(subtask);
    }
    collect();
  }

  List<BoardTop> published() {
    return published;
  }

  BoardTop lastPublished() {
    return published.get(published.size() - 1);
  }

  List<RankChange> changes() {
    return changes;
  }

  List<FinalTop> finals() {
    return finals;
  }

  int stateEntries() {
    return subtasks.stream().mapToInt(subtask -> subtask.numKeyedStateEntries()).sum();
  }

  int timers() {
    return subtasks.stream()
        .mapToInt(subtask -> subtask.numEventTimeTimers() + subtask.numProcessingTimeTimers())
        .sum();
  }

  static Instant time(long millis) {
    return Instant.ofEpochMilli(START + millis);
  }

  @Override
  public void close() throws Exception {
    for (var subtask : subtasks) {
      subtask.close();
    }
  }

  private KeyedOneInputStreamOperatorTestHarness<Board, Share, BoardTop> subtask(
      int parallelism, int index) throws Exception {
    var subtask =
        new KeyedOneInputStreamOperatorTestHarness<Board, Share, BoardTop>(
            new MergeTops(BoardPlan.everything(topSize), PUBLISH_EVERY),
            Share::board,
            TypeInformation.of(Board.class),
            KEY_GROUPS,
            parallelism,
            index);
    subtask.setup();
    return subtask;
  }

  private void collect() {
    for (var subtask : subtasks) {
      published.addAll(subtask.extractOutputValues());
      subtask.getOutput().clear();
      drain(subtask, MergeTops.RANK_CHANGES, changes);
      drain(subtask, MergeTops.FINALS, finals);
    }
  }

  private static <T> void drain(
      AbstractStreamOperatorTestHarness<?> subtask, OutputTag<T> tag, List<T> into) {
    var told = subtask.getSideOutput(tag);
    if (told != null) {
      told.forEach(record -> into.add(record.getValue()));
      told.clear();
    }
  }
}
