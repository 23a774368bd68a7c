package dev.laurel.pipeline.event;

import dev.laurel.pipeline.board.Period;
import dev.laurel.pipeline.clock.TaskClock;
import dev.laurel.pipeline.rollup.DayFigures;
import dev.laurel.pipeline.rollup.Figure;
import dev.laurel.pipeline.rollup.Figures;
import dev.laurel.pipeline.rollup.GatherFigures;
import java.time.Duration;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Lets events pass and hands records that cannot be read to {@link #UNREADABLE}. Counts what it
 * reads, by day of log time; an operator and not a function, because it tells what it has counted
 * before a checkpoint and when the log is silent.
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

  private transient GatherFigures figures;

  /** Greatest event time of what moves the watermark, in milliseconds since 1970. */
  private transient long greatest;

  @Override
  public void open() throws Exception {
    super.open();
    figures = new GatherFigures();
    greatest = Long.MIN_VALUE;
    new TaskClock(getProcessingTimeService()).every(TELL_EVERY, this::tell);
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
    if (mark.getTimestamp() == Long.MAX_VALUE && greatest != Long.MIN_VALUE) {
      super.processWatermark(new Watermark(EventTime.completeUpTo(greatest)));
    }
    super.processWatermark(mark);
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
  public void finish() throws Exception {
    tell();
    super.finish();
  }
}
