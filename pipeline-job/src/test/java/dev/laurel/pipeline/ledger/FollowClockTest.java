package dev.laurel.pipeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FollowClockTest {
  private static final long NOW = 1_795_305_600_000L;
  private static final long SILENT = Duration.ofMinutes(10).minusSeconds(30).toMillis();

  private final FollowClock clock = new FollowClock();

  @Test
  void followsAMinuteBehindOnceAllHasBeenSilentForTenMinutes() {
    clock.notice(true, NOW);

    assertThat(clock.watermark(NOW + SILENT - 1)).isEmpty();
    assertThat(clock.watermark(NOW + SILENT)).hasValue(NOW + SILENT - 60_001);
    assertThat(clock.watermark(NOW + SILENT + 500)).hasValue(NOW + SILENT - 59_501);
  }

  @Test
  void countsFromWhenItFellSilentFirst() {
    clock.notice(true, NOW);
    clock.notice(true, NOW + SILENT - 1);

    assertThat(clock.watermark(NOW + SILENT)).isPresent();
  }

  @Test
  void followsNothingWhileEventsCome() {
    assertThat(clock.watermark(NOW)).isEmpty();
    clock.notice(true, NOW);
    clock.notice(false, NOW + SILENT);

    assertThat(clock.watermark(NOW + SILENT)).isEmpty();
    clock.notice(true, NOW + SILENT);
    assertThat(clock.watermark(NOW + 2 * SILENT - 1)).isEmpty();
    assertThat(clock.watermark(NOW + 2 * SILENT)).isPresent();
  }
}
