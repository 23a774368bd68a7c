package dev.laurel.pipeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.pipeline.event.EventSample;
import dev.laurel.pipeline.event.PlayerEvent;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TicksTest {
  private static final PlayerEvent EVENT = EventSample.unlock().read().event();
  private static final long LOGGED_AT = EVENT.loggedAt().toEpochMilli();

  private final Ticks ticks = new Ticks();

  @Test
  void tellsAtEveryTickWhileTheLogIsNotBehindTheClock() {
    for (int i = 0; i < 5; i++) {
      ticks.note(EVENT);
      assertThat(ticks.tellsAt(LOGGED_AT + Ticks.BEHIND_MILLIS)).isTrue();
    }
  }

  @Test
  void tellsAtEveryTwentiethTickWhileTheLogIsBehindTheClock() {
    for (int i = 1; i <= 60; i++) {
      ticks.note(EVENT);
      assertThat(ticks.tellsAt(LOGGED_AT + Ticks.BEHIND_MILLIS + i))
          .as("tick %d", i)
          .isEqualTo(i % 20 == 0);
    }
  }

  @Test
  void aSilentLogIsNotBehindOnceWhatWasReadIsTold() {
    ticks.note(EVENT);
    for (int i = 0; i < Ticks.PASSED_WHILE_BEHIND; i++) {
      assertThat(ticks.tellsAt(Long.MAX_VALUE)).isFalse();
    }

    assertThat(ticks.tellsAt(Long.MAX_VALUE)).isTrue();
    assertThat(ticks.tellsAt(Long.MAX_VALUE)).isTrue();
  }

  @Test
  void restsThreeTimesAsLongAsTellingTook() {
    ticks.told(1_000, 1_050);

    assertThat(ticks.restsAt(1_050)).isTrue();
    assertThat(ticks.restsAt(1_199)).isTrue();
    assertThat(ticks.restsAt(1_200)).isFalse();
    assertThat(ticks.restsAt(400)).as("the clock was put back").isFalse();
  }

  @Test
  void doesNotRestAfterTellingThatTookNoTime() {
    ticks.told(1_000, 1_000);

    assertThat(ticks.restsAt(1_000)).isFalse();
  }

  @Test
  void statesEveryTimeWhileTheLogIsNotBehindAndEveryFifthTimeWhileItIs() {
    ticks.note(EVENT);
    boolean toldInTime = ticks.tellsAt(LOGGED_AT);
    assertThat(toldInTime).isTrue();
    assertThat(IntStream.range(0, 3).filter(i -> ticks.states())).hasSize(3);

    ticks.note(EVENT);
    boolean toldBehind = ticks.tellsAt(LOGGED_AT + Ticks.BEHIND_MILLIS + 1);
    assertThat(toldBehind).isFalse();
    assertThat(IntStream.range(0, 10).filter(i -> ticks.states())).containsExactly(4, 9);
  }
}
