package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.board.Board;
import dev.laurel.pipeline.board.BoardPlan;
import dev.laurel.pipeline.board.KeyGroups;
import dev.laurel.pipeline.board.Share;
import dev.laurel.pipeline.board.Standing;
import dev.laurel.pipeline.catalog.CatalogUpdate;
import dev.laurel.pipeline.event.DeadLetter;
import dev.laurel.pipeline.event.EventSample;
import dev.laurel.pipeline.event.PlayerEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.TestableKeyedStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** {@link KeepLedger} with one or more subtasks, and everything it has told so far. */
final class LedgerRun implements AutoCloseable {
  private static final int KEY_GROUPS = 8;
  private static final Duration TICK = Duration.ofMillis(50);

  private LedgerConfig config;
  private final List<Share> shares = new ArrayList<>();
  private final List<Long> watermarks = new ArrayList<>();
  private final List<PlayerTotals> totals = new ArrayList<>();
  private final List<GameScore> scores = new ArrayList<>();
  private final List<RegionOfDay> regions = new ArrayList<>();
  private final List<ScoredEvent> scored = new ArrayList<>();
  private final List<DeadLetter> refused = new ArrayList<>();
  private List<KeyedTwoInputStreamOperatorTestHarness<String, PlayerEvent, CatalogUpdate, Share>>
      subtasks = new ArrayList<>();
  private long processingTime;

  /** Starts with one subtask and no state. */
  LedgerRun() throws Exception {
    this(
        new LedgerConfig(
            BoardPlan.everything(3), 2, TICK, 4, 2, 10, 3, EnumSet.allOf(TableGroup.class)));
  }

  LedgerRun(LedgerConfig config) throws Exception {
    this.config = config;
    var subtask = subtask(1, 0);
    subtask.open();
    subtasks.add(subtask);
    tick();
  }

  LedgerConfig config() {
    return config;
  }

  /** Takes in an event, and lets a tick pass. */
  void take(EventSample sample) throws Exception {
    take(sample.event());
  }

  void take(PlayerEvent event) throws Exception {
    takeAtOnce(event);
    tick();
  }

  /** Takes in an event behind the one before. */
  void takeAtOnce(PlayerEvent event) throws Exception {
    int index =
        KeyGroupRangeAssignment.assignKeyToParallelOperator(
            event.playerId(), KEY_GROUPS, subtasks.size());
    subtasks.get(index).processElement1(new StreamRecord<>(event));
  }

  void tell(CatalogUpdate update) throws Exception {
    for (var subtask : subtasks) {
      subtask.processElement2(new StreamRecord<>(update));
    }
    collect();
  }

  /** Lets time pass until what changed is told. */
  void tick() throws Exception {
    pass(TICK);
  }

  /** Lets time pass until events that wait are looked at again. */
  void look() throws Exception {
    pass(Duration.ofMillis(250));
    tick();
  }

  void pass(Duration time) throws Exception {
    processingTime += time.toMillis();
    for (var subtask : subtasks) {
      subtask.setProcessingTime(processingTime);
    }
    collect();
  }

  void watermark(Instant time) throws Exception {
    watermark(time.toEpochMilli());
  }

  void watermark(long millis) throws Exception {
    for (var subtask : subtasks) {
      subtask.processWatermark1(new Watermark(millis));
      subtask.processWatermark2(new Watermark(millis));
    }
    collect();
  }

  /** Lets time pass until everything that can be collected, shared and closed has been. */
  void settle() throws Exception {
    for (int ticks = 0; ticks < 60; ticks++) {
      tick();
    }
  }

  /** Ends the log, once its last watermark has come. */
  void finish() throws Exception {
    for (var subtask : subtasks) {
      subtask.getOperator().finish();
    }
    collect();
  }

  /** Stops it with a snapshot and starts it from there with so many subtasks and other ways. */
  void restart(int parallelism, LedgerConfig next) throws Exception {
    config = next;
    restart(parallelism);
  }

  /** Stops it with a snapshot and starts it from there with so many subtasks. */
  void restart(int parallelism) throws Exception {
    List<OperatorSubtaskState> states = new ArrayList<>();
    for (var subtask : subtasks) {
      subtask.prepareSnapshotPreBarrier(1);
      states.add(subtask.snapshot(1, 1));
    }
    collect();
    for (var subtask : subtasks) {
      subtask.close();
    }
    OperatorSubtaskState whole =
        AbstractStreamOperatorTestHarness.repackageState(
            states.toArray(new OperatorSubtaskState[0]));
    int before = subtasks.size();
    subtasks = new ArrayList<>();
    for (int index = 0; index < parallelism; index++) {
      var subtask = subtask(parallelism, index);
      subtask.setRestoredCheckpointId(1);
      subtask.initializeState(
          AbstractStreamOperatorTestHarness.repartitionOperatorState(
              whole, KEY_GROUPS, before, parallelism, index));
      subtask.open();
      subtask.setProcessingTime(processingTime);
      subtasks.add(subtask);
    }
    collect();
  }

  List<Share> shares() {
    return shares;
  }

  /** What was shared of a board since the start, a line a player: {@code ada 100}. */
  List<String> lines(Board board) {
    Map<KeyGroups, List<Standing>> tops = new HashMap<>();
    for (Share share : shares) {
      if (share.board().equals(board)) {
        List<Standing> before = tops.getOrDefault(share.players(), List.of());
        tops.put(share.players(), Shares.after(share, before));
      }
    }
    return tops.values().stream()
        .flatMap(List::stream)
        .sorted(Standing.RANK_ORDER)
        .map(line -> line.playerId() + " " + line.score() + " " + line.username())
        .toList();
  }

  /** Watermarks that were handed on. */
  List<Long> watermarks() {
    return watermarks;
  }

  /** Shares of closed boards. */
  List<Share> closedShares() {
    return shares.stream()
        .filter(
            share -> share.kind() == Share.Kind.CLOSED || share.kind() == Share.Kind.CLOSED_AGAIN)
        .toList();
  }

  List<PlayerTotals> totals() {
    return totals;
  }

  List<GameScore> scores() {
    return scores;
  }

  List<RegionOfDay> regions() {
    return regions;
  }

  List<ScoredEvent> scored() {
    return scored;
  }

  List<DeadLetter> refused() {
    return refused;
  }

  /** Timers that would look at waiting events. */
  int timersToLookAgain() {
    return subtasks.stream().mapToInt(subtask -> subtask.numProcessingTimeTimers()).sum();
  }

  /** Entries of keyed state, once all that is held on the heap is saved. */
  long stateEntries() throws Exception {
    long entries = 0;
    for (var subtask : subtasks) {
      subtask.snapshot(2, 2).discardState();
      entries +=
          ((TestableKeyedStateBackend<?>) subtask.getOperator().getKeyedStateBackend())
              .numKeyValueStateEntries();
    }
    return entries;
  }

  @Override
  public void close() throws Exception {
    for (var subtask : subtasks) {
      subtask.close();
    }
  }

  private KeyedTwoInputStreamOperatorTestHarness<String, PlayerEvent, CatalogUpdate, Share> subtask(
      int parallelism, int index) throws Exception {
    var subtask =
        new KeyedTwoInputStreamOperatorTestHarness<String, PlayerEvent, CatalogUpdate, Share>(
            new KeepLedger(config),
            PlayerEvent::playerId,
            told -> "",
            Types.STRING,
            KEY_GROUPS,
            parallelism,
            index);
    subtask.setStateBackend(new EmbeddedRocksDBStateBackend());
    return subtask;
  }

  private void collect() {
    for (var subtask : subtasks) {
      shares.addAll(subtask.extractOutputValues());
      for (Object told : subtask.getOutput()) {
        if (told instanceof Watermark mark) {
          watermarks.add(mark.getTimestamp());
        }
      }
      subtask.getOutput().clear();
      drain(subtask, SideOutputs.PLAYERS, totals);
      drain(subtask, SideOutputs.SCORES, scores);
      drain(subtask, SideOutputs.REGIONS, regions);
      drain(subtask, SideOutputs.SCORED, scored);
      drain(subtask, SideOutputs.REFUSED, refused);
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
