package dev.laurel.pipeline.event;

import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Lets events pass and hands records that cannot be read to {@link #UNREADABLE}. */
public final class ReadEvents extends ProcessFunction<Arrival, PlayerEvent> {
  private static final long serialVersionUID = 1L;

  /** Records that are MALFORMED, have an INVALID_FIELD or are FROM_THE_FUTURE. */
  public static final OutputTag<DeadLetter> UNREADABLE =
      new OutputTag<>("unreadable") {
        private static final long serialVersionUID = 1L;
      };

  @Override
  public void processElement(Arrival arrival, Context context, Collector<PlayerEvent> out) {
    arrival
        .readable()
        .ifPresentOrElse(out::collect, () -> context.output(UNREADABLE, arrival.deadLetter()));
  }
}
