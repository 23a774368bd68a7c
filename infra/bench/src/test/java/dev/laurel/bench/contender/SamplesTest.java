package dev.laurel.bench.contender;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SamplesTest {

  private static final long SECOND = 1_000_000_000L;

  private final Samples samples = new Samples();

  @Test
  void aJobThatHasNotBegunIsNotAtRest() {
    samples.take(0, 0, 0);
    samples.take(60 * SECOND, 0, 0);

    assertThat(samples.isAtRest(60 * SECOND)).isFalse();
  }

  @Test
  void aJobIsAtRestTwoSecondsAfterItsLastMovement() {
    samples.take(10 * SECOND, 500, 1_000);
    samples.take(14 * SECOND, 900, 3_000);

    assertThat(samples.isAtRest(16 * SECOND - 1)).isFalse();
    assertThat(samples.isAtRest(16 * SECOND)).isTrue();
    assertThat(samples.seconds()).isEqualTo(4);
    assertThat(samples.restSeconds(16 * SECOND)).isEqualTo(2);
  }

  @Test
  void aTickNowAndThenIsRest() {
    samples.take(10 * SECOND, 900, 3_000);
    samples.take(11 * SECOND, 900, 3_040);
    samples.take(12 * SECOND, 900, 3_080);

    assertThat(samples.isAtRest(12 * SECOND)).isTrue();
    assertThat(samples.seconds()).isZero();
  }

  @Test
  void manyTicksTogetherAreMovement() {
    samples.take(10 * SECOND, 900, 3_000);
    samples.take(11 * SECOND, 900, 3_060);
    samples.take(12 * SECOND, 900, 3_120);

    assertThat(samples.isAtRest(12 * SECOND)).isFalse();
  }
}
