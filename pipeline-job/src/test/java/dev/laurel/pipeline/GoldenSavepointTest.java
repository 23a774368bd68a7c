package dev.laurel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The job goes on from a savepoint that an earlier version made: scores, identities, waiting events
 * and closed boards are those of then, and nothing is read again.
 */
class GoldenSavepointTest {

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(3)
              .build());

  @ParameterizedTest
  @ValueSource(strings = {"boards", "statistics", "closed-games"})
  void theJobGoesOnFromTheSavepointThatIsKept(
      String name, @TempDir Path folder, @InjectMiniCluster MiniCluster cluster) throws Exception {
    GoldenSavepoint golden = GoldenSavepoint.of(name);
    WholeJob whole = new WholeJob(cluster, folder);
    golden.standInForWhatWasRead(whole);
    golden.goOn(whole);

    JobClient job =
        whole.start(GoldenSavepoint.CONFIG, 3, Optional.of(golden.savepoint().toUri().toString()));

    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(
            () -> {
              List<String> told = GoldenSavepoint.inLines(whole.boards(golden.keptSince()));
              List<String> untold = new ArrayList<>(golden.boards());
              untold.removeAll(told);
              assertThat(golden.boards()).containsAll(told);
              assertThat(golden.boardsBefore()).containsAll(untold);
            });
    assertThat(whole.scored()).extracting(one -> one.event().playerId()).contains("waits");
    assertThat(whole.letters())
        .extracting(letter -> letter.refusal().reason().name())
        .doesNotContain("MALFORMED");
    job.cancel().get();
  }
}
