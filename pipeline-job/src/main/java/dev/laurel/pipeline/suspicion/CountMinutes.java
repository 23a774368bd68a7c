package dev.laurel.pipeline.suspicion;

import dev.laurel.pipeline.ledger.ScoredEvent;
import java.time.Duration;
import java.util.Optional;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Counts what each player does in a game in a minute of event time, and tells a game's minutes once
 * they have passed, a second's worth together. Runs in one task with the ledger, which has the same
 * players: nothing is sent or written an event.
 *
 * <p>State, as long as a minute is open: each player's minute so far. It is not keyed, as keyed
 * state would have to be read at each event; after a restart every task reads all of it and keeps
 * what belongs to its players, which is why the parallelism has to be the ledger's.
 *
 * <p>At most {@link #MOST_OPEN} minutes of players are open in a task. When there are more, the
 * oldest minute is closed early, and a player's pace in it may be cut in two.
 */
public final class CountMinutes extends AbstractStreamOperator<GameMinutes>
    implements OneInputStreamOperator<ScoredEvent, GameMinutes> {
  private static final long serialVersionUID = 1L;
  private static final int MOST_OPEN = 100_000;

  /** How often passed minutes are told, by the clock, and the watermark that passed them. */
  static final Duration TELL_EVERY = Duration.ofSeconds(1);

  /** Players who unlocked more in an interval than is possible. */
  public static final OutputTag<Flag> FLAGS =
      new OutputTag<>("impossible-intervals") {
        private static final long serialVersionUID = 1L;
      };

  /** From which addresses players act; the same may be told again. */
  public static final OutputTag<Sighting> SIGHTINGS =
      new OutputTag<>("sightings") {
        private static final long serialVersionUID = 1L;
      };

  private final Thresholds thresholds;
  private transient OpenMinutes open;
  private transient LatelySeen seen;
  private transient ListState<byte[]> stored;
  private transient PassedMinutes passed;
  private transient long eventTime;
  private transient long toldUpTo;
  private transient long tellFrom;
  private transient boolean willTell;

  public CountMinutes(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    eventTime = Long.MIN_VALUE;
    toldUpTo = Long.MIN_VALUE;
    tellFrom = Long.MIN_VALUE;
    passed = new PassedMinutes();
    open = new OpenMinutes(thresholds);
    seen = new LatelySeen();
    stored =
        context
            .getOperatorStateStore()
            .getUnionListState(
                new ListStateDescriptor<>(
                    "open-minutes", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    for (byte[] chunk : stored.get()) {
      MinuteBytes.read(chunk).forEach(this::restore);
    }
  }

  private void restore(OpenMinute minute) {
    if (isMine(minute.playerId())) {
      open.restore(minute);
    }
  }

  @Override
  public void processElement(StreamRecord<ScoredEvent> element) {
    ScoredEvent scored = element.getValue();
    open.count(scored, eventTime).ifPresent(this::tell);
    Optional<Sighting> sighting = Sighting.in(scored.event(), thresholds.addressSpan());
    if (sighting.isPresent() && seen.isNew(sighting.get())) {
      output.collect(SIGHTINGS, new StreamRecord<>(sighting.get()));
    }
    if (open.size() > MOST_OPEN) {
      open.closeOldest(passed::add, this::tell);
    }
  }

  /** Passes the watermark on together with the minutes that it closes. */
  @Override
  public void processWatermark(Watermark watermark) throws Exception {
    eventTime = watermark.getTimestamp();
    open.closeUpTo(eventTime, passed::add, this::tell);
    long now = getProcessingTimeService().getCurrentProcessingTime();
    if (now >= tellFrom || eventTime == Long.MAX_VALUE) {
      tellPassed(now);
    } else if (!willTell) {
      willTell = true;
      var unused = getProcessingTimeService().registerTimer(tellFrom, this::tellLater);
    }
  }

  private void tellLater(long now) throws Exception {
    willTell = false;
    tellPassed(now);
  }

  private void tellPassed(long now) throws Exception {
    tellMinutes();
    if (eventTime > toldUpTo) {
      toldUpTo = eventTime;
      tellFrom = now + TELL_EVERY.toMillis();
      super.processWatermark(new Watermark(eventTime));
    }
  }

  /** What has passed is not state: it is told before the barrier. */
  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) {
    tellMinutes();
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    stored.update(MinuteBytes.of(open.all()));
  }

  private void tellMinutes() {
    passed.takeAll().forEach(minutes -> output.collect(new StreamRecord<>(minutes)));
  }

  private void tell(Flag flag) {
    output.collect(FLAGS, new StreamRecord<>(flag));
  }

  private boolean isMine(String playerId) {
    var task = getRuntimeContext().getTaskInfo();
    return KeyGroupRangeAssignment.assignKeyToParallelOperator(
            playerId, task.getMaxNumberOfParallelSubtasks(), task.getNumberOfParallelSubtasks())
        == task.getIndexOfThisSubtask();
  }
}
