package dev.laurel.pipeline.event;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * How far event time is complete, a partition at a time: the greatest {@code occurredAt} of
 * unlocks, actions and playtimes less a minute. Profiles, moderation and records that cannot be
 * read move nothing, so one event from far ahead cannot either. A partition without records for 30
 * s does not hold the others back.
 */
public final class EventTime implements WatermarkGenerator<Arrival> {
  private static final Duration DISORDER = Duration.ofMinutes(1);
  private static final Duration IDLE_AFTER = Duration.ofSeconds(30);
  private static final Duration COMPARED_EVERY = Duration.ofMillis(200);

  private long greatest = Long.MIN_VALUE;

  EventTime() {}

  /**
   * The watermarks of the event log.
   *
   * @param drift how far ahead of the others a partition may be read, in event time; not limited if
   *     zero. A partition that is ahead waits, whatever it brings.
   */
  public static WatermarkStrategy<Arrival> perPartition(Duration drift) {
    WatermarkStrategy<Arrival> own =
        WatermarkStrategy.<Arrival>forGenerator(context -> new EventTime())
            .withTimestampAssigner((arrival, logTime) -> arrival.eventTime().orElse(logTime))
            .withIdleness(IDLE_AFTER);
    return drift.isZero()
        ? own
        : own.withWatermarkAlignment("player events", drift, COMPARED_EVERY);
  }

  @Override
  public void onEvent(Arrival arrival, long timestamp, WatermarkOutput output) {
    arrival.eventTime().ifPresent(time -> greatest = Math.max(greatest, time));
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    if (greatest != Long.MIN_VALUE) {
      output.emitWatermark(new Watermark(completeUpTo(greatest)));
    }
  }

  /** The watermark that an event with the greatest event time so far gives, in milliseconds. */
  static long completeUpTo(long greatest) {
    return greatest - DISORDER.toMillis() - 1;
  }
}
