package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.board.StandingChange;
import dev.laurel.pipeline.catalog.CatalogUpdate;
import dev.laurel.pipeline.catalog.DefinitionHistory;
import dev.laurel.pipeline.event.DeadLetter;
import dev.laurel.pipeline.event.EventSample;
import dev.laurel.pipeline.event.PlayerEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.TestableKeyedStateBackend;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** {@link KeepLedger} with one or more subtasks, and everything it has told so far. */
final class LedgerRun implements AutoCloseable {
  private static final int KEY_GROUPS = 8;
  private static final List<MapStateDescriptor<?, ?>> CATALOG =
      List.of(
          new MapStateDescriptor<>(
              "definitions", Types.STRING, TypeInformation.of(DefinitionHistory.class)),
          new MapStateDescriptor<>("catalog-complete", Types.STRING, Types.INSTANT));

  private final List<StandingChange> standings = new ArrayList<>();
  private final List<PlayerTotals> totals = new ArrayList<>();
  private final List<GameScore> scores = new ArrayList<>();
  private final List<ScoredEvent> scored = new ArrayList<>();
  private final List<DeadLetter> refused = new ArrayList<>();
  private List<
          KeyedBroadcastOperatorTestHarness<String, PlayerEvent, CatalogUpdate, StandingChange>>
      subtasks = new ArrayList<>();
  private final StateBackend backend;
  private long processingTime;

  /** Starts with one subtask and no state. */
  LedgerRun(StateBackend backend) throws Exception {
    this.backend = backend;
    var subtask = subtask(1, 0);
    subtask.open();
    subtasks.add(subtask);
  }

  void take(EventSample sample) throws Exception {
    take(sample.event());
  }

  void take(PlayerEvent event) throws Exception {
    int index =
        KeyGroupRangeAssignment.assignKeyToParallelOperator(
            event.playerId(), KEY_GROUPS, subtasks.size());
    subtasks.get(index).processElement(new StreamRecord<>(event));
    collect();
  }

  void tell(CatalogUpdate update) throws Exception {
    for (var subtask : subtasks) {
      subtask.processBroadcastElement(new StreamRecord<>(update));
    }
    collect();
  }

  /** Lets time pass until events that wait are looked at again. */
  void look() throws Exception {
    processingTime += 250;
    for (var subtask : subtasks) {
      subtask.setProcessingTime(processingTime);
    }
    collect();
  }

  void watermark(Instant time) throws Exception {
    for (var subtask : subtasks) {
      subtask.watermark(time.toEpochMilli());
    }
    collect();
  }

  /** Stops it with a snapshot and starts it from there with so many subtasks. */
  void restart(int parallelism) throws Exception {
    List<OperatorSubtaskState> states = new ArrayList<>();
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
      subtask.initializeState(
          AbstractStreamOperatorTestHarness.repartitionOperatorState(
              whole, KEY_GROUPS, before, parallelism, index));
      subtask.open();
      subtask.setProcessingTime(processingTime);
      subtasks.add(subtask);
    }
    collect();
  }

  List<StandingChange> standings() {
    return standings;
  }

  List<PlayerTotals> totals() {
    return totals;
  }

  List<GameScore> scores() {
    return scores;
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

  /** Timers that would forget identities. */
  int timersToForget() {
    return subtasks.stream().mapToInt(subtask -> subtask.numEventTimeTimers()).sum();
  }

  /** Entries of keyed state. */
  long stateEntries() {
    return subtasks.stream().mapToLong(LedgerRun::stateEntries).sum();
  }

  private static long stateEntries(AbstractStreamOperatorTestHarness<?> subtask) {
    return ((TestableKeyedStateBackend<?>) subtask.getOperator().getKeyedStateBackend())
        .numKeyValueStateEntries();
  }

  @Override
  public void close() throws Exception {
    for (var subtask : subtasks) {
      subtask.close();
    }
  }

  private KeyedBroadcastOperatorTestHarness<String, PlayerEvent, CatalogUpdate, StandingChange>
      subtask(int parallelism, int index) throws Exception {
    var subtask =
        new KeyedBroadcastOperatorTestHarness<>(
            new CoBroadcastWithKeyedOperator<>(new KeepLedger(), CATALOG),
            PlayerEvent::playerId,
            Types.STRING,
            KEY_GROUPS,
            parallelism,
            index);
    subtask.setStateBackend(backend);
    return subtask;
  }

  private void collect() {
    for (var subtask : subtasks) {
      standings.addAll(subtask.extractOutputValues());
      subtask.getOutput().clear();
      drain(subtask, KeepLedger.PLAYERS, totals);
      drain(subtask, KeepLedger.SCORES, scores);
      drain(subtask, KeepLedger.SCORED, scored);
      drain(subtask, KeepLedger.REFUSED, refused);
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
