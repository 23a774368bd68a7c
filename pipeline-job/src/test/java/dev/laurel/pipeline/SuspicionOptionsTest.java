package dev.laurel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.laurel.pipeline.suspicion.Thresholds;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuspicionOptionsTest {
  @Test
  void flagsOnlyWhatNobodyDoesUnlessTold() throws Exception {
    JobConfig config = read();

    assertThat(config.anomaliesTopic()).isEqualTo("anomalies");
    assertThat(config.suspicion())
        .contains(
            new Thresholds(5, 5_000, 10, 100, Duration.ofSeconds(1), 10, Duration.ofHours(1), 20));
  }

  @Test
  void everyThresholdCanBeSet() throws Exception {
    JobConfig config =
        read(
            "--suspicion-factor=2",
            "--suspicion-points=3",
            "--suspicion-unlocks=4",
            "--suspicion-minutes=5",
            "--suspicion-interval=PT0.1S",
            "--suspicion-interval-unlocks=7",
            "--suspicion-address-span=PT24H",
            "--suspicion-address-players=9");

    assertThat(config.suspicion())
        .contains(new Thresholds(2, 3, 4, 5, Duration.ofMillis(100), 7, Duration.ofDays(1), 9));
  }

  @Test
  void canBeSwitchedOff() throws Exception {
    assertThat(read("--suspicion", "off").suspicion()).isEmpty();
  }

  @Test
  void everyFaultIsNamed() {
    var faults =
        catchThrowableOfType(
            InvalidOptionsException.class,
            () ->
                read(
                    "--suspicion=maybe",
                    "--suspicion-factor=1",
                    "--suspicion-interval=PT60.001S",
                    "--suspicion-address-span=PT59S"));

    assertThat(faults.getMessage().lines())
        .containsExactlyInAnyOrder(
            "--suspicion is 'maybe', expected on or off",
            "--suspicion-factor is '1', expected a whole number from 2 to 1000",
            "--suspicion-interval is 'PT60.001S', expected a duration from PT0.1S to PT1M",
            "--suspicion-address-span is 'PT59S', expected a duration from PT1M to PT24H");
  }

  private static JobConfig read(String... arguments) throws InvalidOptionsException {
    return JobConfig.read(arguments, Map.of());
  }
}
