package dev.laurel.pipeline.rollup;

import dev.laurel.pipeline.board.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Sums the figures of a subject up by day and by month, and some over all time; tells each sum that
 * changed, whole, at most every two seconds.
 *
 * <p>State, a subject: the sums of days for 400 days before the watermark, by whole months; those
 * of months and of all time for ever, 100 bytes each at most; which of them were not told yet.
 */
public final class SumPeriods extends KeyedProcessFunction<Subject, DayFigures, PeriodFigures> {
  private static final long serialVersionUID = 1L;
  private static final long TELL_EVERY = Duration.ofSeconds(2).toMillis();

  private transient MapState<String, byte[]> sums;
  private transient MapState<String, Boolean> untold;

  @Override
  public void open(OpenContext context) {
    sums =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "sums", Types.STRING, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    untold =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("untold", Types.STRING, Types.BOOLEAN));
  }

  @Override
  public void processElement(DayFigures more, Context context, Collector<PeriodFigures> out)
      throws Exception {
    long watermark = context.timerService().currentWatermark();
    for (Period period : more.subject().kind().periods()) {
      Span span = new Span(period, period.firstDay(more.day()));
      boolean isKept = period != Period.DAILY || more.dayKept();
      if (isKept && !isForgotten(more.subject(), span, watermark)) {
        add(more, span, context.timerService());
      }
    }
  }

  private void add(DayFigures more, Span span, TimerService timers) throws Exception {
    String name = span.name();
    byte[] before = sums.get(name);
    Figures sum = before == null ? new Figures() : Figures.of(before);
    sum.add(Figures.of(more.figures()));
    sums.put(name, sum.bytes());
    untold.put(name, true);
    tellSoon(timers);
    long forgottenAt = more.subject().kind().forgottenAt(span);
    if (before == null && forgottenAt != Long.MAX_VALUE) {
      timers.registerEventTimeTimer(forgottenAt);
    }
  }

  /** Soon, and in any case when the log ends. */
  private static void tellSoon(TimerService timers) {
    long now = timers.currentProcessingTime();
    timers.registerProcessingTimeTimer((now / TELL_EVERY + 1) * TELL_EVERY);
    timers.registerEventTimeTimer(Long.MAX_VALUE);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<PeriodFigures> out)
      throws Exception {
    switch (context.timeDomain()) {
      case PROCESSING_TIME -> tell(context, out);
      case EVENT_TIME -> {
        if (timestamp == Long.MAX_VALUE) {
          tell(context, out);
        } else {
          forget(context.getCurrentKey(), context.timerService().currentWatermark());
        }
      }
    }
  }

  private void tell(OnTimerContext context, Collector<PeriodFigures> out) throws Exception {
    Subject subject = context.getCurrentKey();
    long watermark = context.timerService().currentWatermark();
    for (String name : untold.keys()) {
      byte[] sum = sums.get(name);
      if (sum != null) {
        Span span = Span.named(name);
        out.collect(
            new PeriodFigures(
                subject,
                span.period(),
                span.firstDay(),
                sum,
                isClosed(span, watermark) ? now(context) : null));
      }
    }
    untold.clear();
  }

  private static Instant now(OnTimerContext context) {
    return Instant.ofEpochMilli(context.timerService().currentProcessingTime());
  }

  /** The watermark that ends the log closes nothing. */
  private static boolean isClosed(Span span, long watermark) {
    return watermark != Long.MAX_VALUE && watermark >= span.period().closesAt(span.firstDay());
  }

  private void forget(Subject subject, long watermark) throws Exception {
    Iterator<Map.Entry<String, byte[]>> each = sums.iterator();
    while (each.hasNext()) {
      if (isForgotten(subject, Span.named(each.next().getKey()), watermark)) {
        each.remove();
      }
    }
  }

  /** The watermark that ends the log forgets nothing. */
  private static boolean isForgotten(Subject subject, Span span, long watermark) {
    return watermark != Long.MAX_VALUE && watermark >= subject.kind().forgottenAt(span);
  }
}
