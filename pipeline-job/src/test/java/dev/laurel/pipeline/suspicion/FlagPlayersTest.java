package dev.laurel.pipeline.suspicion;

import static dev.laurel.pipeline.suspicion.Deeds.NOON;
import static dev.laurel.pipeline.suspicion.Deeds.THRESHOLDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.pipeline.ledger.ScoredEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.CloseableIterator;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All rules together, on a Flink cluster in this process. */
class FlagPlayersTest {
  private static final Set<Flag> EXPECTED = new HashSet<>();

  /** Stands where the ledger stands: keyed by player. */
  private static final class Pass extends KeyedProcessFunction<String, ScoredEvent, ScoredEvent> {
    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(ScoredEvent event, Context context, Collector<ScoredEvent> out) {
      out.collect(event);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "3, 3", "2, 4"})
  void theSamePlayersAreFlaggedAtEveryParallelismAndInEveryOrderBetweenPlayers(
      int parallelism, int seed) throws Exception {
    Set<Flag> flags = newest(run(disordered(play(), new Random(seed)), parallelism));

    synchronized (EXPECTED) {
      if (EXPECTED.isEmpty()) {
        EXPECTED.addAll(newest(run(play(), 1)));
      }
    }
    assertThat(flags).isEqualTo(EXPECTED);
  }

  @Test
  void everyRuleFindsItsPlayersAndNobodyElse() throws Exception {
    Set<Flag> flags = newest(run(play(), 2));

    assertThat(flags)
        .extracting(flag -> flag.rule() + " " + flag.playerId() + " " + flag.measured())
        .containsExactlyInAnyOrder(
            "UNLOCKS_AN_INTERVAL fast 6",
            "UNLOCKS_A_MINUTE steady 30",
            "POINTS_A_MINUTE rich 30000",
            "PLAYERS_AN_ADDRESS bot-0 4",
            "PLAYERS_AN_ADDRESS bot-1 4",
            "PLAYERS_AN_ADDRESS bot-2 4",
            "PLAYERS_AN_ADDRESS bot-3 4");
  }

  /** Half an hour of forty ordinary players, and some others. */
  private static List<ScoredEvent> play() {
    List<ScoredEvent> events = new ArrayList<>();
    Random chance = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      var at = NOON.plusMillis(chance.nextInt(30 * 60_000));
      events.add(Deeds.action("player-" + chance.nextInt(40), "chess", at, 10));
    }
    for (int i = 0; i < 6; i++) {
      events.add(Deeds.unlock("fast", "chess", NOON.plusSeconds(900).plusMillis(i * 150L), 1));
    }
    for (int i = 0; i < 30; i++) {
      events.add(Deeds.unlock("steady", "chess", NOON.plusSeconds(1_200 + i * 2L), 1));
      events.add(Deeds.action("rich", "chess", NOON.plusSeconds(1_500 + i), 1_000));
    }
    for (int i = 0; i < 4; i++) {
      events.add(Deeds.actionFrom("192.0.2.7", "bot-" + i, NOON.plusSeconds(300L * i)));
      events.add(Deeds.actionFrom("192.0.2.8", "sister-" + i % 3, NOON.plusSeconds(300L * i)));
    }
    events.sort(Comparator.comparing(event -> event.event().occurredAt()));
    return events;
  }

  /** Somewhat out of order, less than a minute. */
  private static List<ScoredEvent> disordered(List<ScoredEvent> events, Random chance) {
    List<ScoredEvent> next = new ArrayList<>(events);
    for (int from = 0; from < next.size(); from += 30) {
      Collections.shuffle(next.subList(from, Math.min(next.size(), from + 30)), chance);
    }
    return next;
  }

  private static List<Flag> run(List<ScoredEvent> events, int parallelism) throws Exception {
    Configuration cluster = new Configuration();
    cluster.setString("restart-strategy.type", "none");
    cluster.setString("pipeline.generic-types", "false");
    cluster.setString("pipeline.object-reuse", "true");
    var env = StreamExecutionEnvironment.createLocalEnvironment(parallelism, cluster);
    var scored =
        env.fromData(events, TypeInformation.of(ScoredEvent.class))
            .setParallelism(1)
            .assignTimestampsAndWatermarks(
                WatermarkStrategy.<ScoredEvent>forBoundedOutOfOrderness(Duration.ofMinutes(1))
                    .withTimestampAssigner(
                        (event, time) -> event.event().occurredAt().toEpochMilli()))
            .setParallelism(1)
            .keyBy(event -> event.event().playerId())
            .process(new Pass());
    List<Flag> flags = new ArrayList<>();
    try (CloseableIterator<Flag> all = FlagPlayers.among(scored, THRESHOLDS).executeAndCollect()) {
      all.forEachRemaining(flags::add);
    }
    return flags;
  }

  /** Of each suspicion what was measured last. */
  private static Set<Flag> newest(List<Flag> told) {
    Set<Flag> newest = new HashSet<>();
    for (Flag flag : told) {
      boolean isSurpassed =
          told.stream()
              .anyMatch(other -> isSame(flag, other) && other.measured() > flag.measured());
      if (!isSurpassed) {
        newest.add(flag);
      }
    }
    return newest;
  }

  private static boolean isSame(Flag one, Flag other) {
    return one.rule() == other.rule()
        && one.playerId().equals(other.playerId())
        && one.gameId().equals(other.gameId())
        && one.startedAt().equals(other.startedAt())
        && one.ipAddress().equals(other.ipAddress());
  }
}
