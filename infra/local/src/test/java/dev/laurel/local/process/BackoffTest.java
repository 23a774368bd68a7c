package dev.laurel.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BackoffTest {

  private static final Duration YOUNG = Duration.ofSeconds(1);
  private static final Duration OLD = Duration.ofMinutes(5);

  @Test
  void aProcessThatDiesYoungIsWaitedForLongerEachTimeUpToTenSeconds() {
    Backoff backoff = Backoff.none().afterDeath(YOUNG);
    assertThat(backoff.delay()).isEqualTo(Duration.ofMillis(200));
    assertThat(backoff.afterDeath(YOUNG).delay()).isEqualTo(Duration.ofMillis(400));

    for (int death = 0; death < 100; death++) {
      backoff = backoff.afterDeath(YOUNG);
    }
    assertThat(backoff.delay()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void aProcessThatLivedLongIsStartedAgainAtOnce() {
    Backoff tired = Backoff.none().afterDeath(YOUNG).afterDeath(YOUNG).afterDeath(YOUNG);

    assertThat(tired.afterDeath(OLD).delay()).isEqualTo(Duration.ofMillis(200));
  }
}
