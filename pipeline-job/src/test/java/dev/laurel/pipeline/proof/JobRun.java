package dev.laurel.pipeline.proof;

import dev.laurel.pipeline.board.Board;
import dev.laurel.pipeline.board.BoardPlan;
import dev.laurel.pipeline.board.BoardTop;
import dev.laurel.pipeline.board.MergeTops;
import dev.laurel.pipeline.board.Period;
import dev.laurel.pipeline.board.Share;
import dev.laurel.pipeline.catalog.CatalogUpdate;
import dev.laurel.pipeline.event.PlayerEvent;
import dev.laurel.pipeline.ledger.KeepLedger;
import dev.laurel.pipeline.ledger.LedgerConfig;
import dev.laurel.pipeline.ledger.SideOutputs;
import dev.laurel.pipeline.ledger.TableGroup;
import dev.laurel.pipeline.rollup.DayFigures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** One start of the job: ledger and merge, several tasks each, and sums, on one clock. */
final class JobRun implements AutoCloseable {
  private static final int KEY_GROUPS = 8;
  private static final Duration TICK = Duration.ofMillis(50);
  private static final Duration PUBLISH_EVERY = Duration.ofMillis(100);

  /** All that a checkpoint holds of the job. */
  record Snapshot(
      long id,
      List<OperatorSubtaskState> ledgers,
      List<OperatorSubtaskState> merges,
      List<OperatorSubtaskState> sums) {
    static final Snapshot NONE = new Snapshot(0, List.of(), List.of(), List.of());
  }

  private final List<LedgerTask> ledgers = new ArrayList<>();
  private final List<KeyedOneInputStreamOperatorTestHarness<Board, Share, BoardTop>> merges =
      new ArrayList<>();
  private final SumsTask sums = new SumsTask(KEY_GROUPS);
  private final long[] reached;
  private final Channels channels;
  private final Told told;

  JobRun(Shape shape, StateBackend backend, Snapshot from, long now, Told told) throws Exception {
    this.told = told;
    this.reached = new long[shape.ledgers()];
    Arrays.fill(reached, Long.MIN_VALUE);
    this.channels = new Channels(KEY_GROUPS, shape.ledgers(), shape.merges());
    for (int index = 0; index < shape.ledgers(); index++) {
      var task = new LedgerTask(new KeepLedger(config(shape)), KEY_GROUPS, shape.ledgers(), index);
      start(task, backend, from.id(), from.ledgers(), shape.ledgers(), index, now);
      ledgers.add(task);
    }
    for (int index = 0; index < shape.merges(); index++) {
      var task =
          new KeyedOneInputStreamOperatorTestHarness<>(
              new MergeTops(plan(shape.display()), PUBLISH_EVERY),
              Share::board,
              TypeInformation.of(Board.class),
              KEY_GROUPS,
              shape.merges(),
              index);
      start(task, backend, from.id(), from.merges(), shape.merges(), index, now);
      merges.add(task);
    }
    start(sums, backend, from.id(), from.sums(), 1, 0, now);
    collect();
  }

  private static LedgerConfig config(Shape shape) {
    return new LedgerConfig(
        plan(shape.display()),
        shape.reserve(),
        TICK,
        shape.heldScopes(),
        shape.unsavedBooks(),
        shape.closedStandings(),
        shape.slice(),
        EnumSet.allOf(TableGroup.class));
  }

  private static BoardPlan plan(Display display) {
    return new BoardPlan(
        display.scopes(),
        display.regions(),
        display.periods().stream()
            .map(label -> Period.labelled(label).orElseThrow())
            .collect(Collectors.toSet()),
        display.topSize());
  }

  private static void start(
      AbstractStreamOperatorTestHarness<?> task,
      StateBackend backend,
      long checkpoint,
      List<OperatorSubtaskState> state,
      int parallelism,
      int index,
      long now)
      throws Exception {
    task.setStateBackend(backend);
    task.getProcessingTimeService().setCurrentTime(now);
    task.setup();
    if (!state.isEmpty()) {
      task.setRestoredCheckpointId(checkpoint);
      task.initializeState(
          AbstractStreamOperatorTestHarness.repartitionOperatorState(
              AbstractStreamOperatorTestHarness.repackageState(
                  state.toArray(OperatorSubtaskState[]::new)),
              KEY_GROUPS,
              state.size(),
              parallelism,
              index));
    }
    task.open();
  }

  void take(PlayerEvent event) throws Exception {
    int index =
        KeyGroupRangeAssignment.assignKeyToParallelOperator(
            event.playerId(), KEY_GROUPS, ledgers.size());
    ledgers.get(index).processElement(new StreamRecord<>(event));
    collect();
  }

  void tell(CatalogUpdate update) throws Exception {
    for (var ledger : ledgers) {
      ledger.processBroadcastElement(new StreamRecord<>(update));
    }
    collect();
  }

  /** Lets a task of the ledger know how far event time is complete. */
  void watermark(int ledger, long watermark) throws Exception {
    ledgers.get(ledger).processWatermark(new Watermark(watermark));
    collect();
  }

  int ledgers() {
    return ledgers.size();
  }

  /** Lets the clock go on. */
  void clock(long now) throws Exception {
    for (var ledger : ledgers) {
      ledger.setProcessingTime(now);
    }
    collect();
    for (var merge : merges) {
      merge.setProcessingTime(now);
    }
    sums.setProcessingTime(now);
    collect();
  }

  /** Lets at most so many elements arrive over each channel. */
  void deliver(int most) throws Exception {
    for (int from = 0; from < ledgers.size(); from++) {
      for (int to = 0; to < merges.size(); to++) {
        channels.deliver(from, to, most, receiver(merges.get(to)));
      }
    }
    collect();
  }

  private static Channels.Receiver receiver(
      KeyedOneInputStreamOperatorTestHarness<Board, Share, BoardTop> merge) {
    return new Channels.Receiver() {
      @Override
      public void take(StreamRecord<Share> share) throws Exception {
        merge.processElement(share);
      }

      @Override
      public void reach(Watermark watermark) throws Exception {
        merge.processWatermark(watermark);
      }
    };
  }

  /** A checkpoint: the barrier goes behind what was put out before it. */
  Snapshot snapshot(long id) throws Exception {
    List<OperatorSubtaskState> ofLedgers = new ArrayList<>();
    for (var ledger : ledgers) {
      ledger.prepareSnapshotPreBarrier(id);
      collect();
      ofLedgers.add(ledger.snapshot(id, id));
    }
    deliver(Integer.MAX_VALUE);
    List<OperatorSubtaskState> ofMerges = new ArrayList<>();
    for (var merge : merges) {
      merge.prepareSnapshotPreBarrier(id);
      ofMerges.add(merge.snapshot(id, id));
    }
    sums.prepareSnapshotPreBarrier(id);
    List<OperatorSubtaskState> ofSums = List.of(sums.snapshot(id, id));
    collect();
    return new Snapshot(id, ofLedgers, ofMerges, ofSums);
  }

  @Override
  public void close() throws Exception {
    for (var ledger : ledgers) {
      ledger.close();
    }
    for (var merge : merges) {
      merge.close();
    }
    sums.close();
  }

  private void collect() throws Exception {
    for (int from = 0; from < ledgers.size(); from++) {
      LedgerTask ledger = ledgers.get(from);
      List<DayFigures> figures = new ArrayList<>();
      drain(ledger, SideOutputs.FIGURES, figures::add);
      for (DayFigures more : figures) {
        sums.processElement(new StreamRecord<>(more));
      }
      reach(from, ledger.getOutput());
      channels.send(from, ledger.getOutput());
      drain(ledger, SideOutputs.PLAYERS, told.players::add);
      drain(ledger, SideOutputs.SCORES, told.scores::add);
      drain(ledger, SideOutputs.REGIONS, told.regions::add);
      drain(ledger, SideOutputs.SCORED, told.scored::add);
      drain(ledger, SideOutputs.UNLOCKED, told.unlocked::add);
      drain(ledger, SideOutputs.PERIODS, told.periods::add);
      drain(ledger, SideOutputs.REFUSED, told.refused::add);
    }
    told.figures.addAll(sums.extractOutputValues());
    sums.getOutput().clear();
    for (var merge : merges) {
      merge.extractOutputValues().forEach(told::take);
      merge.getOutput().clear();
      drain(merge, MergeTops.RANK_CHANGES, told::take);
      drain(merge, MergeTops.FINALS, told::take);
    }
  }

  private void reach(int ledger, Collection<Object> output) throws Exception {
    for (Object element : output) {
      if (element instanceof Watermark mark) {
        reached[ledger] = mark.getTimestamp();
        sums.processWatermark(new Watermark(Arrays.stream(reached).min().getAsLong()));
      }
    }
  }

  private static <T> void drain(
      AbstractStreamOperatorTestHarness<?> task, OutputTag<T> tag, Consumer<T> into) {
    var output = task.getSideOutput(tag);
    if (output != null) {
      output.forEach(record -> into.accept(record.getValue()));
      output.clear();
    }
  }
}
