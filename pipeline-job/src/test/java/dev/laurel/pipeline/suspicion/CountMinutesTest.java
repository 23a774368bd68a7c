package dev.laurel.pipeline.suspicion;

import static dev.laurel.pipeline.suspicion.Deeds.NOON;
import static dev.laurel.pipeline.suspicion.Deeds.action;
import static dev.laurel.pipeline.suspicion.Deeds.actionFrom;
import static dev.laurel.pipeline.suspicion.Deeds.minute;
import static dev.laurel.pipeline.suspicion.Deeds.unlock;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.pipeline.ledger.ScoredEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CountMinutesTest {
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
  void tellsAGamesMinuteWhenEventTimeHasPassedIt() throws Exception {
    take(unlock("ada", "chess", NOON, 60));
    take(action("ada", "chess", NOON.plusSeconds(59), 41));
    take(action("ada", "chess", NOON.plusSeconds(30), -500));
    take(action("bob", "chess", NOON.plusMillis(59_999), 100));
    pass(minute(1) - 2);
    assertThat(told()).isEmpty();

    pass(minute(1) - 1);

    assertThat(told())
        .containsExactly(new GameMinute("chess", minute(0), 1, List.of(minute(0, "ada", 101, 1))));
    assertThat(openAfterARestart()).isEmpty();
  }

  @Test
  void keepsGamesAndMinutesApart() throws Exception {
    take(action("ada", "chess", NOON, 101));
    take(action("ada", "go", NOON, 102));
    take(action("ada", null, NOON, 103));
    take(action("ada", "chess", NOON.plusSeconds(60), 104));

    pass(minute(2) - 1);

    assertThat(told())
        .extracting(told -> told.gameId() + "/" + told.remarkable().get(0).points())
        .containsExactlyInAnyOrder("chess/101", "go/102", "_none/103", "chess/104");
  }

  @Test
  void whatComesLateIsCountedTogetherForAMinute() throws Exception {
    pass(minute(10));
    take(action("ada", "chess", NOON, 60));
    pass(minute(10) + 1_000);
    take(action("ada", "chess", NOON, 60));

    pass(minute(11));

    assertThat(told())
        .containsExactly(new GameMinute("chess", minute(0), 0, List.of(minute(0, "ada", 120, 0))));
  }

  @Test
  void tellsOnceFromWhereAPlayerActs() throws Exception {
    take(actionFrom("192.0.2.7", "ada", NOON));
    take(actionFrom("192.0.2.7", "ada", NOON.plusSeconds(3_599)));
    take(actionFrom("192.0.2.7", "ada", NOON.plusSeconds(3_600)));
    take(actionFrom("192.0.2.8", "ada", NOON));
    take(actionFrom("192.0.2.7", "bob", NOON));
    take(action("ada", "chess", NOON, 1));

    assertThat(SuspicionHarness.side(counting, CountMinutes.SIGHTINGS))
        .extracting(seen -> seen.playerId() + "/" + seen.where().ipAddress())
        .containsExactly("ada/192.0.2.7", "ada/192.0.2.7", "ada/192.0.2.8", "bob/192.0.2.7");
  }

  @Test
  void goesOnCountingAfterARestart() throws Exception {
    for (int i = 0; i < 4; i++) {
      take(unlock("eve", "chess", NOON, 30));
    }
    counting = SuspicionHarness.restarted(counting);
    assertThat(flags()).isEmpty();

    take(unlock("eve", "chess", NOON, 30));
    pass(minute(1));

    assertThat(flags()).extracting(Flag::measured).containsExactly(5L);
    assertThat(told())
        .containsExactly(new GameMinute("chess", minute(0), 0, List.of(minute(0, "eve", 150, 5))));
  }

  @Test
  void atAnotherParallelismEachTaskGoesOnWithItsPlayers() throws Exception {
    for (int player = 0; player < 20; player++) {
      take(action("player-" + player, "chess", NOON, 101 + player));
    }
    OperatorSubtaskState state = counting.snapshot(1, 1);

    List<PlayerMinute> told = new ArrayList<>();
    for (int task = 0; task < 3; task++) {
      try (var one = SuspicionHarness.countMinutes(task, 3, state)) {
        one.processWatermark(minute(1));
        assertThat(SuspicionHarness.told(one)).hasSize(1);
        told.addAll(SuspicionHarness.told(one).get(0).remarkable());
      }
    }

    told.sort(Comparator.comparingLong(player -> player.points()));
    assertThat(told)
        .isEqualTo(
            IntStream.range(0, 20)
                .mapToObj(player -> minute(0, "player-" + player, 101 + player, 0))
                .toList());
  }

  @Test
  void closesTheOldestMinuteEarlyWhenThereAreTooMany() throws Exception {
    take(action("ada", "chess", NOON, 101));
    for (int player = 0; player < 100_000; player++) {
      take(action("player-" + player, "chess", NOON.plusSeconds(60), 1));
    }

    pass(minute(0));
    assertThat(told())
        .containsExactly(new GameMinute("chess", minute(0), 0, List.of(minute(0, "ada", 101, 0))));
    pass(minute(2));
    assertThat(told()).last().isEqualTo(new GameMinute("chess", minute(1), 100_000, List.of()));
  }

  @Test
  void tellsASecondsWorthOfMinutesTogetherAndTheWatermarkWithThem() throws Exception {
    counting.setProcessingTime(10_000);
    counting.processWatermark(minute(0));
    take(action("ada", "chess", NOON, 101));
    take(action("ada", "chess", NOON.plusSeconds(60), 102));
    counting.setProcessingTime(10_100);
    counting.processWatermark(minute(1));
    counting.processWatermark(minute(2));
    assertThat(counting.getOutput()).containsExactly(new Watermark(minute(0)));

    counting.setProcessingTime(11_000);

    assertThat(counting.extractOutputValues()).hasSize(1);
    assertThat(told()).extracting(GameMinute::startedAt).containsExactly(minute(0), minute(1));
    assertThat(counting.getOutput()).last().isEqualTo(new Watermark(minute(2)));
  }

  @Test
  void theEndOfTheLogIsPassedOnAtOnce() throws Exception {
    counting.processWatermark(minute(0));
    take(action("ada", "chess", NOON, 101));

    counting.processWatermark(Long.MAX_VALUE);

    assertThat(told()).hasSize(1);
    assertThat(counting.getOutput()).last().isEqualTo(Watermark.MAX_WATERMARK);
  }

  @Test
  void whatHasPassedIsToldBeforeASnapshot() throws Exception {
    counting.processWatermark(minute(0));
    take(action("ada", "chess", NOON, 101));
    counting.processWatermark(minute(1));
    assertThat(told()).isEmpty();

    counting.getOneInputOperator().prepareSnapshotPreBarrier(1);

    assertThat(told()).hasSize(1);
  }

  /** A watermark, and the time until what it closes is told. */
  private void pass(long watermark) throws Exception {
    counting.processWatermark(watermark);
    counting.setProcessingTime(counting.getProcessingTime() + CountMinutes.TELL_EVERY.toMillis());
  }

  private List<GameMinute> told() {
    return SuspicionHarness.told(counting);
  }

  private void take(ScoredEvent event) throws Exception {
    counting.processElement(event, 0);
  }

  private List<Flag> flags() {
    return SuspicionHarness.side(counting, CountMinutes.FLAGS);
  }

  /** The minutes that were open: a restarted task tells them when everything has passed. */
  private List<GameMinute> openAfterARestart() throws Exception {
    try (var next = SuspicionHarness.countMinutes(counting.snapshot(2, 2))) {
      next.processWatermark(minute(1_000_000));
      return SuspicionHarness.told(next);
    }
  }
}
