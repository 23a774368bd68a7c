package dev.laurel.pipeline.event;

import dev.laurel.pipeline.board.Period;
import dev.laurel.pipeline.clock.TaskClock;
import dev.laurel.pipeline.note.Notes;
import dev.laurel.pipeline.rollup.DayFigures;
import dev.laurel.pipeline.rollup.Figure;
import dev.laurel.pipeline.rollup.Figures;
import dev.laurel.pipeline.rollup.GatherFigures;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.OutputTag;

/**
 * Lets events pass and hands records that cannot be read to {@link #UNREADABLE}. Counts what it
 * reads, by day of log time; an operator and not a function, because it tells what it has counted
 * before a checkpoint and when the log is silent.
 *
 * <p>Keeps how far a log without an end is complete: what gives watermarks forgets it at a restart
 * and knows it again when new events come, but what the events before have ended is to be closed
 * although none do. It goes on from the watermark that was handed on before; what the last events
 * before gave, which had perhaps not been told or was held back by another partition, it tells when
 * all partitions are idle.
 *
 * <p>State, one for a task: {@link ReadNote}. None of a log that ends, since its tasks end one by
 * one: Flink takes no checkpoint of state that all tasks are given when some of them have ended.
 */
public final class ReadEvents extends AbstractStreamOperator<PlayerEvent>
    implements OneInputStreamOperator<Arrival, PlayerEvent> {
  private static final long serialVersionUID = 1L;
  private static final Duration TELL_EVERY = Duration.ofSeconds(2);

  /** Records that are MALFORMED, have an INVALID_FIELD or are FROM_THE_FUTURE. */
  public static final OutputTag<DeadLetter> UNREADABLE =
      new OutputTag<>("unreadable") {
        private static final long serialVersionUID = 1L;
      };

  /** How many records were read, and how many of them cannot be. */
  public static final OutputTag<DayFigures> COUNTED =
      new OutputTag<>("counted") {
        private static final long serialVersionUID = 1L;
      };

  private final boolean ends;
  private transient Notes<ReadNote> notes;
  private transient GatherFigures figures;

  /** The greatest watermark that was handed on, also before the start. */
  private transient long completeUpTo;

  /** Greatest event time of what moves the watermark, in milliseconds since 1970. */
  private transient long greatest;

  private transient boolean isIdle;

  /** Of a log that ends, or that goes on. */
  public ReadEvents(Boundedness log) {
    this.ends = log == Boundedness.BOUNDED;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    if (!ends) {
      notes = Notes.of(context.getOperatorStateStore(), ReadNote.class);
    }
    ReadNote before = ReadNote.of(ends ? List.of() : notes.all());
    completeUpTo = before.completeUpTo();
    greatest = before.greatest();
  }

  @Override
  public void open() throws Exception {
    super.open();
    figures = new GatherFigures();
    TaskClock clock = new TaskClock(getProcessingTimeService());
    clock.every(TELL_EVERY, this::tell);
    if (completeUpTo != Long.MIN_VALUE) {
      clock.after(Duration.ZERO, () -> super.processWatermark(new Watermark(completeUpTo)));
    }
  }

  @Override
  public void processElement(StreamRecord<Arrival> element) {
    Arrival arrival = element.getValue();
    if (arrival.readable().isPresent()) {
      received(arrival.event().source());
      note(arrival.event());
      output.collect(element.replace(arrival.event()));
    } else {
      Figures counted = received(arrival.deadLetter().source());
      counted.add(Figure.DEAD, 1);
      counted.add(Figure.COUNTED, 1);
      output.collect(UNREADABLE, new StreamRecord<>(arrival.deadLetter()));
    }
  }

  /**
   * A log that is read to an end ends between two looks at how far it is complete: before the
   * watermark that ends everything comes the one that its last events give.
   */
  @Override
  public void processWatermark(Watermark mark) throws Exception {
    if (mark.getTimestamp() == Long.MAX_VALUE) {
      handOnLast();
      super.processWatermark(mark);
    } else {
      handOn(mark.getTimestamp());
    }
  }

  /** The watermark that the last events give, if nothing holds them back any more. */
  private void handOnLast() throws Exception {
    if (greatest != Long.MIN_VALUE) {
      handOn(EventTime.completeUpTo(greatest));
    }
  }

  private void handOn(long watermark) throws Exception {
    if (watermark > completeUpTo) {
      completeUpTo = watermark;
      super.processWatermark(new Watermark(watermark));
    }
  }

  @Override
  public void processWatermarkStatus(WatermarkStatus status) throws Exception {
    isIdle = status.isIdle();
    if (isIdle) {
      handOnLast();
    }
    super.processWatermarkStatus(status);
  }

  private Figures received(SourceRecord record) {
    long day = Period.dayOf(record.loggedAt().toEpochMilli());
    Figures counted = figures.ofLog(day);
    counted.add(Figure.RECEIVED, 1);
    counted.add(Figure.COUNTED, 1);
    return counted;
  }

  private void note(PlayerEvent event) {
    if (event.tellsTime()) {
      greatest = Math.max(greatest, event.occurredAt().toEpochMilli());
    }
  }

  private void tell() {
    figures.tell(more -> output.collect(COUNTED, new StreamRecord<>(more)));
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) {
    tell();
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    if (!ends) {
      notes.leave(new ReadNote(completeUpTo, greatest, isIdle));
    }
  }

  @Override
  public void finish() throws Exception {
    tell();
    super.finish();
  }
}
