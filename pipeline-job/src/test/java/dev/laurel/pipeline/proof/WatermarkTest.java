package dev.laurel.pipeline.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.pipeline.event.Arrival;
import dev.laurel.pipeline.event.EventSample;
import dev.laurel.pipeline.event.EventTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkOutputMultiplexer;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.clock.ManualClock;
import org.apache.flink.util.clock.RelativeClock;
import org.junit.jupiter.api.Test;

/**
 * How far event time is complete, as Flink puts it together from the partitions that a task reads.
 */
class WatermarkTest {
  private static final String EVE = "2026-12-31T23:59:00Z";
  private static final Instant CLOSES = Instant.parse("2027-01-01T01:00:00Z");
  private static final List<String> PARTITIONS = List.of("0", "1");

  private final ManualClock clock = new ManualClock();
  private final Map<String, WatermarkGenerator<Arrival>> generators = new HashMap<>();
  private final WatermarkOutputMultiplexer outputs =
      new WatermarkOutputMultiplexer(
          new WatermarkOutput() {
            @Override
            public void emitWatermark(Watermark mark) {
              watermark = Instant.ofEpochMilli(mark.getTimestamp());
            }

            @Override
            public void markIdle() {}

            @Override
            public void markActive() {}
          });
  private Instant watermark = Instant.EPOCH;

  WatermarkTest() {
    for (String partition : PARTITIONS) {
      generators.put(
          partition,
          EventTime.perPartition(Duration.ZERO)
              .createWatermarkGenerator(
                  new WatermarkGeneratorSupplier.Context() {
                    @Override
                    public MetricGroup getMetricGroup() {
                      return new UnregisteredMetricsGroup();
                    }

                    @Override
                    public RelativeClock getInputActivityClock() {
                      return clock;
                    }
                  }));
      outputs.registerNewOutput(partition);
    }
  }

  @Test
  void theSlowestPartitionTellsHowFarTheLogIsComplete() {
    read("0", EventSample.unlock(), "2027-01-01T03:00:00Z");
    read("1", EventSample.unlock(), EVE);

    assertThat(watermark()).isEqualTo("2026-12-31T23:57:59.999Z").isBefore(CLOSES);

    read("1", EventSample.unlock(), "2027-01-01T02:00:00Z");

    assertThat(watermark()).isEqualTo("2027-01-01T01:58:59.999Z").isAfter(CLOSES);
  }

  @Test
  void oneEventFarInTheFutureDoesNotMoveIt() {
    read("0", EventSample.unlock(), EVE);
    read("1", EventSample.unlock(), EVE);

    for (String partition : PARTITIONS) {
      Arrival future =
          EventSample.unlock()
              .at(Instant.parse("2029-01-01T00:00:00Z"))
              .loggedAt(Instant.parse(EVE))
              .read();
      assertThat(future.readable()).isEmpty();
      generators.get(partition).onEvent(future, 0, outputs.getDeferredOutput(partition));
    }

    assertThat(watermark()).isEqualTo("2026-12-31T23:57:59.999Z");
  }

  @Test
  void whatIsSaidOfPlayersDoesNotMoveIt() {
    read("0", EventSample.unlock(), EVE);
    read("1", EventSample.unlock(), EVE);

    for (String partition : PARTITIONS) {
      read(partition, EventSample.profile(), "2027-01-02T00:00:00Z");
      read(partition, EventSample.moderation(), "2027-01-02T00:00:00Z");
    }

    assertThat(watermark()).isEqualTo("2026-12-31T23:57:59.999Z");
  }

  @Test
  void anIdlePartitionDoesNotHoldClosingBack() {
    read("0", EventSample.unlock(), EVE);
    read("1", EventSample.unlock(), EVE);
    read("0", EventSample.unlock(), "2027-01-01T02:00:00Z");
    assertThat(watermark()).isBefore(CLOSES);

    goOnWithTheFirstOnly();

    assertThat(watermark()).isEqualTo("2027-01-01T01:58:59.999Z").isAfter(CLOSES);
  }

  @Test
  void aPartitionThatWakesUpDoesNotTurnItBack() {
    read("1", EventSample.unlock(), EVE);
    goOnWithTheFirstOnly();

    read("1", EventSample.unlock(), "2026-12-31T23:59:30Z");

    assertThat(watermark()).isEqualTo("2027-01-01T01:58:59.999Z");
  }

  private void goOnWithTheFirstOnly() {
    for (int second = 0; second < 40; second++) {
      clock.advanceTime(Duration.ofSeconds(1));
      read("0", EventSample.unlock(), "2027-01-01T02:00:00Z");
      watermark();
    }
  }

  private void read(String partition, EventSample sample, String time) {
    Instant at = Instant.parse(time);
    Arrival arrival = sample.at(at).loggedAt(at).read();
    generators
        .get(partition)
        .onEvent(arrival, at.toEpochMilli(), outputs.getDeferredOutput(partition));
  }

  private Instant watermark() {
    generators.forEach(
        (partition, generator) -> generator.onPeriodicEmit(outputs.getDeferredOutput(partition)));
    outputs.onPeriodicEmit();
    return watermark;
  }
}
