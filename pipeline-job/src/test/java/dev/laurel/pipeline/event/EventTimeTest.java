package dev.laurel.pipeline.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;

class EventTimeTest {
  private final EventTime partition = new EventTime();
  private final Told told = new Told();

  @Test
  void isAMinuteBehindTheGreatestEventTime() {
    take(EventSample.unlock(), "2026-03-01T12:31:00Z");
    take(EventSample.unlock(), "2026-03-01T12:30:00Z");

    partition.onPeriodicEmit(told);

    assertThat(told).containsExactly(Instant.parse("2026-03-01T12:29:59.999Z"));
  }

  @Test
  void isNotMovedByWhatIsSaidAboutPlayers() {
    take(EventSample.unlock(), "2026-03-01T12:31:00Z");
    take(EventSample.profile(), "2026-03-01T14:00:00Z");

    partition.onPeriodicEmit(told);

    assertThat(told).containsExactly(Instant.parse("2026-03-01T12:29:59.999Z"));
  }

  @Test
  void isNotToldBeforeAnythingIsKnown() {
    partition.onPeriodicEmit(told);

    assertThat(told).isEmpty();
  }

  private void take(EventSample sample, String at) {
    Instant time = Instant.parse(at);
    partition.onEvent(sample.at(time).loggedAt(time).read(), time.toEpochMilli(), told);
  }

  /** The watermarks that were told. */
  private static final class Told extends ArrayList<Instant> implements WatermarkOutput {
    private static final long serialVersionUID = 1L;

    @Override
    public void emitWatermark(Watermark watermark) {
      add(Instant.ofEpochMilli(watermark.getTimestamp()));
    }

    @Override
    public void markIdle() {
      throw new AssertionError("an event is no silence");
    }

    @Override
    public void markActive() {
      throw new AssertionError("nothing was idle");
    }
  }
}
