package dev.laurel.pipeline.rollup;

import dev.laurel.pipeline.board.Period;
import dev.laurel.pipeline.clock.TaskClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Sums the figures of a subject up by day and by month, and some over all time; tells each sum that
 * changed, whole, two seconds later at most, once something was counted in it.
 *
 * <p>What comes gathers on the heap and is added up when it is told, so a sum is read and written
 * once. An operator and not a function, because it tells what is untold before a watermark, which
 * so goes on behind all rows that came before it, and before a checkpoint, which so holds all of
 * it.
 *
 * <p>State, a subject: the sums of days for 400 days before the watermark, by whole months; those
 * of months and of all time for ever, 100 bytes each at most.
 */
public final class SumPeriods extends AbstractStreamOperator<PeriodFigures>
    implements OneInputStreamOperator<DayFigures, PeriodFigures>,
        Triggerable<Subject, VoidNamespace> {
  private static final long serialVersionUID = 1L;
  private static final Duration TELL_EVERY = Duration.ofSeconds(2);

  /** As process functions name theirs, which it once was. */
  private static final String TIMERS = "user-timers";

  private transient MapState<String, byte[]> sums;
  private transient InternalTimerService<VoidNamespace> timers;
  private transient Map<Subject, Map<Span, Figures>> untold;
  private transient TaskClock clock;

  @Override
  public void open() throws Exception {
    super.open();
    sums =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "sums", Types.STRING, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    timers = getInternalTimerService(TIMERS, VoidNamespaceSerializer.INSTANCE, this);
    untold = new LinkedHashMap<>();
    takeBackUntold();
    clock = new TaskClock(getProcessingTimeService());
    clock.every(TELL_EVERY, this::tell);
  }

  @Override
  public void processElement(StreamRecord<DayFigures> element) throws Exception {
    DayFigures more = element.getValue();
    Figures figures = Figures.of(more.figures());
    Kind kind = more.subject().kind();
    for (Period period : kind.periods()) {
      Span span = new Span(period, period.firstDay(more.day()));
      boolean isKept = period != Period.DAILY || more.dayKept();
      if (isKept && !isForgotten(kind, span)) {
        untold(more.subject(), span).add(figures);
      }
    }
  }

  /** What is to be added to a sum. */
  private Figures untold(Subject subject, Span span) {
    return untold
        .computeIfAbsent(subject, each -> new LinkedHashMap<>())
        .computeIfAbsent(span, each -> new Figures());
  }

  /** What a start kept in state that did not tell everything before a checkpoint. */
  private void takeBackUntold() throws Exception {
    var kept =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("untold", Types.STRING, Types.BOOLEAN));
    List<Subject> subjects;
    try (Stream<Subject> keys =
        this.<Subject>getKeyedStateBackend().getKeys("untold", VoidNamespace.INSTANCE)) {
      subjects = keys.distinct().toList();
    }
    for (Subject subject : subjects) {
      setCurrentKey(subject);
      Set<String> names = names(kept);
      names.retainAll(names(sums));
      for (String name : names) {
        Figures unused = untold(subject, Span.named(name));
      }
      kept.clear();
    }
  }

  private static Set<String> names(MapState<String, ?> state) throws Exception {
    Set<String> names = new HashSet<>();
    state.keys().forEach(names::add);
    return names;
  }

  private void tell() throws Exception {
    Instant now = Instant.ofEpochMilli(clock.now());
    for (var ofSubject : untold.entrySet()) {
      Subject subject = ofSubject.getKey();
      setCurrentKey(subject);
      for (var each : ofSubject.getValue().entrySet()) {
        tell(subject, each.getKey(), each.getValue(), now);
      }
    }
    untold.clear();
  }

  /**
   * Adds what is stored of a sum to what has come, stores it and tells it. What has counted nothing
   * is no row yet: the ledger may tell of a record that waits before the reader tells that it came.
   * It is told with that.
   */
  private void tell(Subject subject, Span span, Figures sum, Instant now) throws Exception {
    String name = span.name();
    byte[] before = sums.get(name);
    if (before == null) {
      forgetLater(subject, span);
    } else {
      sum.add(Figures.of(before));
    }
    byte[] stored = sum.bytes();
    sums.put(name, stored);
    if (sum.get(Figure.COUNTED) > 0) {
      Instant restatedAt = isClosed(span) ? now : null;
      output.collect(
          new StreamRecord<>(
              new PeriodFigures(subject, span.period(), span.firstDay(), stored, restatedAt)));
    }
  }

  private void forgetLater(Subject subject, Span span) {
    long forgottenAt = subject.kind().forgottenAt(span);
    if (forgottenAt != Long.MAX_VALUE) {
      timers.registerEventTimeTimer(VoidNamespace.INSTANCE, forgottenAt);
    }
  }

  /** What came before it is told before it, and judged by the one before. */
  @Override
  public void processWatermark(Watermark mark) throws Exception {
    tell();
    super.processWatermark(mark);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    tell();
  }

  @Override
  public void finish() throws Exception {
    tell();
    super.finish();
  }

  @Override
  public void onEventTime(InternalTimer<Subject, VoidNamespace> timer) throws Exception {
    Kind kind = timer.getKey().kind();
    Iterator<Map.Entry<String, byte[]>> each = sums.iterator();
    while (each.hasNext()) {
      if (isForgotten(kind, Span.named(each.next().getKey()))) {
        each.remove();
      }
    }
  }

  /** One of a start that told each subject by a timer of its own: all are told by now. */
  @Override
  public void onProcessingTime(InternalTimer<Subject, VoidNamespace> timer) {}

  /** The watermark that ends the log closes nothing. */
  private boolean isClosed(Span span) {
    long watermark = timers.currentWatermark();
    return watermark != Long.MAX_VALUE && watermark >= span.period().closesAt(span.firstDay());
  }

  /** The watermark that ends the log forgets nothing. */
  private boolean isForgotten(Kind kind, Span span) {
    long watermark = timers.currentWatermark();
    return watermark != Long.MAX_VALUE && watermark >= kind.forgottenAt(span);
  }
}
