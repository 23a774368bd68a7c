package dev.laurel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.pipeline.board.BoardPlan;
import dev.laurel.pipeline.board.Period;
import dev.laurel.pipeline.ledger.LedgerConfig;
import dev.laurel.pipeline.ledger.TableGroup;
import dev.laurel.pipeline.proof.Display;
import dev.laurel.pipeline.proof.Oracle;
import dev.laurel.pipeline.proof.Rows;
import dev.laurel.pipeline.proof.Top;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Savepoints of the whole topology on a cluster in this process: what goes on from them, in another
 * number of tasks or with other boards, ends as the oracle says, closed boards included.
 */
class SavepointTest {
  private static final int TOP = 5;
  private static final int FEWER = 2;
  private static final int MANY = 600;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(4)
              .build());

  @TempDir private Path folder;

  private final FinishedLog log = FinishedLog.of(MANY, 20_261_122);

  @Test
  void aJobGoesOnInOneTwoAndFourTasks(@InjectMiniCluster MiniCluster cluster) throws Exception {
    WholeJob whole = new WholeJob(cluster, folder);
    whole.publish(log.rules());
    Optional<String> savepoint = Optional.empty();
    int from = 0;
    int scored = 0;
    for (int parallelism : List.of(1, 2, 4)) {
      int to = parallelism == 4 ? log.deeds().size() : from + MANY / 3;
      whole.append(log.deeds().subList(from, to));
      from = to;
      JobClient job = whole.start(config(BoardPlan.everything(TOP)), parallelism, savepoint);
      int more = scored;
      await().atMost(PATIENCE).until(() -> whole.scored().size() > more);
      if (parallelism < 4) {
        savepoint = Optional.of(whole.stop(job));
        scored = whole.scored().size();
      } else {
        awaitBoards(whole, Display.whole(TOP), Map.of());
        job.cancel().get();
      }
    }
    Oracle oracle = new Oracle(log.rules(), log.deeds());
    assertThat(Rows.players(whole.players())).isEqualTo(oracle.totals());
    assertThat(Rows.playerScores(whole.scores())).isEqualTo(oracle.gameTotals());
    assertThat(Rows.scoreEvents(whole.scored())).isEqualTo(oracle.scored());
    assertThat(Rows.deadLetters(whole.letters())).isEqualTo(oracle.refused());
  }

  @Test
  void fewerPlacesRegionsAndPeriodsAndAllOfThemAgainAreMadeFromTheSavepoint(
      @InjectMiniCluster MiniCluster cluster) throws Exception {
    WholeJob whole = new WholeJob(cluster, folder);
    whole.publish(log.rules());
    whole.append(log.deeds());
    LedgerConfig everything = config(BoardPlan.everything(TOP));
    JobClient job = whole.start(everything, 2, Optional.empty());
    awaitBoards(whole, Display.whole(TOP), Map.of());
    Map<String, Top> before = whole.boards(log.keptSince());
    String first = whole.stop(job);

    BoardPlan fewer =
        new BoardPlan(
            Set.of("global", "game"),
            Set.of("everyone", "NL"),
            Set.of(Period.ALL_TIME, Period.WEEKLY, Period.MONTHLY),
            FEWER);
    Display shown =
        new Display(
            fewer.scopes(), fewer.regions(), Set.of("all-time", "weekly", "monthly"), FEWER);
    job = whole.start(config(fewer), 1, Optional.of(first));
    before.keySet().retainAll(whole.finalBoards());
    awaitBoards(whole, shown, before);
    String second = whole.stop(job);

    job = whole.start(everything, 4, Optional.of(second));
    awaitBoards(whole, Display.whole(TOP), Map.of());
    job.cancel().get();
  }

  private static LedgerConfig config(BoardPlan plan) {
    return new LedgerConfig(
        plan, 3, Duration.ofMillis(50), 6, 3, 40, 3, EnumSet.allOf(TableGroup.class));
  }

  /** Waits until all boards that are shown are right, and others are these. */
  private void awaitBoards(WholeJob whole, Display display, Map<String, Top> others) {
    Map<String, Top> expected = new TreeMap<>(others);
    expected.putAll(log.boards(display));
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(() -> assertThat(whole.boards(log.keptSince())).isEqualTo(expected));
  }
}
