package dev.laurel.pipeline.suspicion;

import dev.laurel.pipeline.ledger.ScoredEvent;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/**
 * Flink's harness around the operators, started from the state that an earlier run left, if any.
 */
final class SuspicionHarness {
  private static final int MAX_PARALLELISM = 360;

  private SuspicionHarness() {}

  static OneInputStreamOperatorTestHarness<ScoredEvent, GameMinutes> countMinutes(
      OperatorSubtaskState... state) throws Exception {
    return countMinutes(0, 1, state);
  }

  /** Stops the task; the one that goes on with its state. */
  static OneInputStreamOperatorTestHarness<ScoredEvent, GameMinutes> restarted(
      OneInputStreamOperatorTestHarness<ScoredEvent, GameMinutes> counting) throws Exception {
    OperatorSubtaskState state = counting.snapshot(1, 1);
    counting.close();
    return countMinutes(state);
  }

  /** One of several tasks. */
  static OneInputStreamOperatorTestHarness<ScoredEvent, GameMinutes> countMinutes(
      int index, int parallelism, OperatorSubtaskState... state) throws Exception {
    var harness =
        new OneInputStreamOperatorTestHarness<ScoredEvent, GameMinutes>(
            new CountMinutes(Deeds.THRESHOLDS), MAX_PARALLELISM, parallelism, index);
    harness.setup(
        TypeInformation.of(GameMinutes.class)
            .createSerializer(harness.getExecutionConfig().getSerializerConfig()));
    return started(harness, parallelism, index, state);
  }

  static KeyedOneInputStreamOperatorTestHarness<String, GameMinutes, Flag> compareMinutes(
      OperatorSubtaskState... state) throws Exception {
    return started(
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new CompareMinutes(Deeds.THRESHOLDS)),
            GameMinutes::gameId,
            Types.STRING,
            MAX_PARALLELISM,
            1,
            0),
        1,
        0,
        state);
  }

  static KeyedOneInputStreamOperatorTestHarness<AddressSpan, Sighting, Flag> watchAddresses(
      OperatorSubtaskState... state) throws Exception {
    return started(
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new WatchAddresses(Deeds.THRESHOLDS)),
            Sighting::where,
            TypeInformation.of(AddressSpan.class),
            MAX_PARALLELISM,
            1,
            0),
        1,
        0,
        state);
  }

  /** The minutes that were told. */
  static List<GameMinute> told(OneInputStreamOperatorTestHarness<?, GameMinutes> counting) {
    return counting.extractOutputValues().stream().flatMap(told -> told.each().stream()).toList();
  }

  /** What a harness put out to the side. */
  static <T> List<T> side(AbstractStreamOperatorTestHarness<?> harness, OutputTag<T> tag) {
    var records = harness.getSideOutput(tag);
    return records == null ? List.of() : records.stream().map(StreamRecord::getValue).toList();
  }

  private static <H extends AbstractStreamOperatorTestHarness<?>> H started(
      H harness, int parallelism, int index, OperatorSubtaskState... state) throws Exception {
    if (state.length > 0) {
      harness.initializeState(
          AbstractStreamOperatorTestHarness.repartitionOperatorState(
              AbstractStreamOperatorTestHarness.repackageState(state),
              MAX_PARALLELISM,
              state.length,
              parallelism,
              index));
    }
    harness.open();
    return harness;
  }
}
