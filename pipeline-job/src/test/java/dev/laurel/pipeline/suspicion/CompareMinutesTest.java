package dev.laurel.pipeline.suspicion;

import static dev.laurel.pipeline.suspicion.Deeds.minute;
import static dev.laurel.pipeline.suspicion.Deeds.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompareMinutesTest {
  private KeyedOneInputStreamOperatorTestHarness<String, GameMinutes, Flag> comparing;

  @BeforeEach
  void start() throws Exception {
    comparing = SuspicionHarness.compareMinutes();
  }

  @AfterEach
  void stop() throws Exception {
    comparing.close();
  }

  @Test
  void flagsPointsFarAboveWhatThePlayerAndTheGamesPlayersEverHad() throws Exception {
    pass(0, minutes(0, 200, 80, 2));
    share(minute(1, "eve", 501, 2));
    assertThat(comparing.extractOutputValues()).isEmpty();

    comparing.processWatermark(minute(2) - 1);

    assertThat(comparing.extractOutputValues())
        .containsExactly(flag(Rule.POINTS_A_MINUTE, 1, "eve", 501, 500));
  }

  @Test
  void flagsUnlocksFarAboveWhatThePlayerAndTheGamesPlayersEverHad() throws Exception {
    pass(0, minutes(0, 200, 80, 2));
    pass(1, List.of(minute(1, "eve", 80, 16)));

    assertThat(comparing.extractOutputValues())
        .containsExactly(flag(Rule.UNLOCKS_A_MINUTE, 1, "eve", 16, 15));
  }

  @Test
  void aLivelyMinuteIsNotFarAbove() throws Exception {
    pass(0, minutes(0, 200, 80, 2));
    pass(1, List.of(minute(1, "ada", 500, 15)));

    assertThat(comparing.extractOutputValues()).isEmpty();
  }

  @Test
  void aNewPlayerWhoPlaysAsOthersDoIsNotSuspect() throws Exception {
    pass(0, minutes(0, 200, 5_000, 30));
    pass(1, List.of(minute(1, "newcomer", 20_000, 100)));

    assertThat(comparing.extractOutputValues()).isEmpty();
  }

  @Test
  void aPlayerWhoHasAlwaysBeenFarBetterThanTheOthersIsNotSuspect() throws Exception {
    pass(0, minutes(0, 200, 80, 2));
    pass(1, List.of(minute(1, "ada", 450, 2)));
    pass(2, List.of(minute(2, "ada", 2_000, 2), minute(2, "eve", 2_000, 2)));

    assertThat(comparing.extractOutputValues())
        .containsExactly(flag(Rule.POINTS_A_MINUTE, 2, "eve", 2_000, 500));
  }

  @Test
  void nobodyIsSuspectForBeingFirstInAGame() throws Exception {
    pass(0, minutes(0, 9, 1, 1));
    pass(1, List.of(minute(1, "ada", 1_000_000, 900)));
    assertThat(comparing.extractOutputValues()).isEmpty();

    pass(2, List.of(minute(2, "eve", 1_000_000_000, 2)));

    assertThat(comparing.extractOutputValues())
        .as("ten minutes before make a game known, the first of them unusually good")
        .containsExactly(flag(Rule.POINTS_A_MINUTE, 2, "eve", 1_000_000_000, 5 * 1_048_575));
  }

  @Test
  void aFewCheatersDoNotMakeTheNextOneUsual() throws Exception {
    pass(0, minutes(0, 990, 80, 2));
    for (int i = 1; i <= 9; i++) {
      pass(i, List.of(minute(i, "cheater-" + i, 100_000, 2)));
    }

    assertThat(comparing.extractOutputValues()).hasSize(9);
  }

  @Test
  void theSameHeightIsFlaggedOnce() throws Exception {
    pass(0, minutes(0, 200, 80, 2));
    pass(1, List.of(minute(1, "eve", 1_000, 2)));
    pass(2, List.of(minute(2, "eve", 5_000, 2)));
    pass(3, List.of(minute(3, "eve", 25_001, 2)));

    assertThat(comparing.extractOutputValues())
        .containsExactly(
            flag(Rule.POINTS_A_MINUTE, 1, "eve", 1_000, 500),
            flag(Rule.POINTS_A_MINUTE, 3, "eve", 25_001, 25_000));
  }

  @Test
  void playersOfTheSameMinuteAreNotComparedWithEachOther() throws Exception {
    pass(0, minutes(0, 10, 80, 2));
    pass(1, minutes(1, 50, 501, 2));

    assertThat(comparing.extractOutputValues()).hasSize(50);
  }

  @Test
  void minutesAreComparedInTheirOrderWhicheverComesFirst() throws Exception {
    share(minute(2, "eve", 2_000, 2));
    share(minute(1, "ada", 450, 2));
    share(minute(2, "ada", 2_000, 2));
    share(GameMinute.of("chess", minute(0), minutes(0, 200, 1, 1), least()));
    assertThat(comparing.numEventTimeTimers()).isEqualTo(3);

    comparing.processWatermark(minute(3));

    assertThat(comparing.extractOutputValues())
        .containsExactly(flag(Rule.POINTS_A_MINUTE, 2, "eve", 2_000, 500));
  }

  @Test
  void minutesThatComeTogetherAreComparedAsIfEachCameAlone() throws Exception {
    share(
        GameMinute.of("chess", minute(0), minutes(0, 200, 80, 2), least()),
        GameMinute.of("chess", minute(1), List.of(minute(1, "ada", 450, 2)), least()),
        GameMinute.of("chess", minute(3), List.of(minute(3, "eve", 9_000, 2)), least()));
    share(minute(2, "ada", 2_000, 2));
    share(minute(3, "bob", 8_000, 2));
    share(minute(2, "eve", 2_000, 2));
    comparing.processWatermark(minute(3));

    assertThat(comparing.extractOutputValues())
        .containsExactly(flag(Rule.POINTS_A_MINUTE, 2, "eve", 2_000, 500));
    comparing.processWatermark(minute(4));

    assertThat(comparing.extractOutputValues())
        .as("eve's best is 2,000 by then, and not far below")
        .last()
        .isEqualTo(flag(Rule.POINTS_A_MINUTE, 3, "bob", 8_000, 5 * 511));
  }

  @Test
  void gamesAreNotComparedWithEachOther() throws Exception {
    pass(0, minutes(0, 200, 5_000, 30));
    share(new GameMinute("go", minute(0), 50, List.of(minute(0, "ada", 90_000, 2))));
    comparing.processWatermark(minute(1) + 1);
    share(new GameMinute("go", minute(1), 0, List.of(minute(1, "eve", 3_000_000, 2))));
    comparing.processWatermark(minute(2) + 1);

    assertThat(comparing.extractOutputValues())
        .extracting(Flag::measured, Flag::allowed)
        .containsExactly(tuple(3_000_000L, 5 * 131_071L));
  }

  @Test
  void keepsWhatIsUsualAndTheBestOfThoseWhoExceededIt() throws Exception {
    pass(0, minutes(0, 200, 80, 2));
    pass(1, List.of(minute(1, "ada", 450, 2), minute(1, "bob", 90, 2)));

    assertThat(comparing.numEventTimeTimers()).isZero();
    assertThat(comparing.numKeyedStateEntries()).as("usual, and ada's best").isEqualTo(2);
  }

  @Test
  void goesOnFromTheRestoredMinutes() throws Exception {
    pass(0, minutes(0, 200, 80, 2));
    pass(1, List.of(minute(1, "ada", 450, 2)));
    share(minute(2, "eve", 700, 2));
    OperatorSubtaskState state = comparing.snapshot(1, 1);
    comparing.close();
    comparing = SuspicionHarness.compareMinutes(state);

    share(minute(2, "ada", 2_000, 2));
    comparing.processWatermark(minute(3));

    assertThat(comparing.extractOutputValues())
        .containsExactly(flag(Rule.POINTS_A_MINUTE, 2, "eve", 700, 500));
  }

  private void pass(int number, List<PlayerMinute> players) throws Exception {
    share(GameMinute.of("chess", minute(number), players, least()));
    comparing.processWatermark(minute(number + 1) - 1);
  }

  private void share(PlayerMinute player) throws Exception {
    share(GameMinute.of("chess", player.startedAt(), List.of(player), least()));
  }

  private void share(GameMinute... minutes) throws Exception {
    comparing.processElement(GameMinutes.of(minutes[0].gameId(), List.of(minutes)), 0);
  }

  private static Pace least() {
    return Deeds.THRESHOLDS.least();
  }

  private static Flag flag(Rule rule, int number, String player, long measured, long allowed) {
    return new Flag(
        rule, player, "chess", Instant.ofEpochMilli(minute(number)), 60_000, measured, allowed, "");
  }
}
