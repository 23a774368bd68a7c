package dev.laurel.pipeline.suspicion;

import static dev.laurel.pipeline.suspicion.Deeds.NOON;
import static dev.laurel.pipeline.suspicion.Deeds.action;
import static dev.laurel.pipeline.suspicion.Deeds.minute;
import static dev.laurel.pipeline.suspicion.Deeds.unlock;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.pipeline.ledger.ScoredEvent;
import java.time.Instant;
import java.util.List;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** More unlocks in a moment than anybody can bring about: four a second are possible. */
class ImpossibleIntervalTest {
  private OneInputStreamOperatorTestHarness<ScoredEvent, GameMinutes> counting;

  @BeforeEach
  void start() throws Exception {
    counting = SuspicionHarness.countMinutes();
  }

  @AfterEach
  void stop() throws Exception {
    counting.close();
  }

  @Test
  void flagsMoreUnlocksInAMomentThanIsPossible() throws Exception {
    for (int i = 0; i < 5; i++) {
      take(unlock("eve", "chess", NOON.plusMillis(5_000 + i * 199L), 1));
    }

    assertThat(flags()).containsExactly(burst("eve", NOON.plusSeconds(5), 5));
  }

  @Test
  void aDeedThatUnlocksSeveralAchievementsIsPossible() throws Exception {
    for (int i = 0; i < 4; i++) {
      take(unlock("ada", "chess", NOON, 1));
      take(unlock("bob", "chess", NOON, 1));
      take(unlock("bob", "go", NOON, 1));
    }
    for (int second = 1; second < 60; second++) {
      take(unlock("ada", "chess", NOON.plusSeconds(second), 1));
      take(action("ada", "chess", NOON, 1));
    }
    counting.processWatermark(minute(1));

    assertThat(flags()).isEmpty();
  }

  @Test
  void anActionInTheMomentDoesNotFlagItAgain() throws Exception {
    for (int i = 0; i < 5; i++) {
      take(unlock("eve", "chess", NOON, 1));
    }
    take(action("eve", "chess", NOON, 1));

    assertThat(flags()).containsExactly(burst("eve", NOON, 5));
  }

  @Test
  void momentsOfAMinuteAreKnownAfterARestart() throws Exception {
    for (int i = 0; i < 4; i++) {
      take(unlock("eve", "chess", NOON.plusSeconds(7), 1));
      take(unlock("eve", "chess", NOON.plusSeconds(9), 1));
    }
    counting = SuspicionHarness.restarted(counting);

    take(unlock("eve", "chess", NOON.plusSeconds(7), 1));

    assertThat(flags()).containsExactly(burst("eve", NOON.plusSeconds(7), 5));
  }

  @Test
  void aBurstThatGrewIsToldAgainWithWhatItCameTo() throws Exception {
    for (int i = 0; i < 9; i++) {
      take(unlock("eve", "chess", NOON, 1));
    }
    counting.processWatermark(minute(1));

    assertThat(flags()).containsExactly(burst("eve", NOON, 5), burst("eve", NOON, 9));
  }

  @Test
  void theOrderOfUnlocksDoesNotMatter() throws Exception {
    for (int i = 0; i < 6; i++) {
      take(unlock("eve", "chess", NOON.plusSeconds(i % 2 * 7L), 1));
      take(unlock("eve", "chess", NOON.plusSeconds(30 - i), 1));
      take(unlock("eve", "chess", NOON.plusSeconds(7), 1));
    }

    assertThat(flags()).containsExactly(burst("eve", NOON.plusSeconds(7), 5));
  }

  private void take(ScoredEvent event) throws Exception {
    counting.processElement(event, 0);
  }

  private List<Flag> flags() {
    return SuspicionHarness.side(counting, CountMinutes.FLAGS);
  }

  private static Flag burst(String player, Instant startedAt, int unlocks) {
    return new Flag(Rule.UNLOCKS_AN_INTERVAL, player, "chess", startedAt, 1_000, unlocks, 4, "");
  }
}
