package dev.laurel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.api.common.eventtime.WatermarkAlignmentParams;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.streaming.api.transformations.SourceTransformation;
import org.junit.jupiter.api.Test;

/** The job with its real ends, as it is handed to a cluster; nothing has to be there for it. */
class PipelineJobTest {

  /** Savepoints find state by these names: one may be added, none is ever changed. */
  @Test
  void operatorsKeepTheirUids() throws Exception {
    Set<String> uids = new HashSet<>();
    for (StreamNode node : graph().getStreamNodes()) {
      uids.add(String.valueOf(node.getTransformationUID()));
    }

    assertThat(uids)
        .containsExactlyInAnyOrder(
            "player-events",
            "read-events",
            "catalog",
            "follow-catalog",
            "definitions",
            "keep-ledger",
            "write-leaderboard-finals",
            "merge-tops",
            "write-catalog-history",
            "write-players",
            "write-player-scores",
            "write-player-regions",
            "write-score-events",
            "write-leaderboard-tops",
            "write-player-achievements",
            "sum-periods",
            "rows-of-player-daily-stats",
            "write-player-daily-stats",
            "rows-of-player-monthly-stats",
            "write-player-monthly-stats",
            "rows-of-game-daily-stats",
            "write-game-daily-stats",
            "rows-of-game-monthly-stats",
            "write-game-monthly-stats",
            "rows-of-platform-daily-stats",
            "write-platform-daily-stats",
            "rows-of-platform-monthly-stats",
            "write-platform-monthly-stats",
            "rows-of-achievement-stats",
            "write-achievement-stats",
            "rows-of-log-daily-counts",
            "write-log-daily-counts",
            "rank-changes",
            "Sink Committer: rank-changes",
            "dead-letters",
            "Sink Committer: dead-letters",
            "count-minutes",
            "compare-minutes",
            "watch-addresses",
            "write-player-flags",
            "anomalies",
            "Sink Committer: anomalies");
  }

  @Test
  void becomesAJobThatAClusterCanRun() throws Exception {
    var job = graph().getJobGraph();

    assertThat(job.getNumberOfVertices()).isPositive();
    job.getVertices()
        .forEach(
            vertex -> assertThat(vertex.getMaxParallelism()).as(vertex.getName()).isIn(1, 360));
  }

  /** They have the same players, and what is counted an event is not sent. */
  @Test
  void minutesAreCountedInTheTaskOfTheLedger() throws Exception {
    assertThat(graph().getJobGraph().getVertices())
        .extracting(JobVertex::getName)
        .anySatisfy(name -> assertThat(name).contains("keep ledger", "count minutes"));
  }

  @Test
  void nobodyIsFlaggedWhereThatIsSwitchedOff() throws Exception {
    assertThat(graph("--suspicion", "off").getStreamNodes())
        .extracting(StreamNode::getTransformationUID)
        .contains("keep-ledger")
        .doesNotContain("count-minutes", "compare-minutes", "watch-addresses", "anomalies");
  }

  @Test
  void onlyTheTablesThatAreWantedAreWritten() throws Exception {
    assertThat(graph("--tables", "boards", "--suspicion", "off").getStreamNodes())
        .extracting(StreamNode::getTransformationUID)
        .filteredOn(uid -> uid != null && uid.startsWith("write-"))
        .containsExactlyInAnyOrder(
            "write-leaderboard-tops", "write-leaderboard-finals", "write-catalog-history");
    assertThat(graph("--tables", "boards,players").getStreamNodes())
        .extracting(StreamNode::getTransformationUID)
        .contains("write-players", "write-player-scores", "write-player-regions")
        .contains("sum-periods")
        .doesNotContain("write-score-events", "write-player-achievements");
  }

  @Test
  void partitionsAreReadAsFarApartAsIsSaid() throws Exception {
    assertThat(driftOfEvents()).isEmpty();
    assertThat(driftOfEvents("--partition-drift", "P3D")).contains(Duration.ofDays(3));
  }

  private static Optional<Duration> driftOfEvents(String... arguments) throws Exception {
    return connected(arguments).getTransformations().stream()
        .flatMap(end -> end.getTransitivePredecessors().stream())
        .filter(one -> "player-events".equals(one.getUid()))
        .map(log -> ((SourceTransformation<?, ?, ?>) log).getWatermarkStrategy())
        .map(WatermarkStrategy::getAlignmentParameters)
        .filter(WatermarkAlignmentParams::isEnabled)
        .map(params -> Duration.ofMillis(params.getMaxAllowedWatermarkDrift()))
        .findFirst();
  }

  private static StreamGraph graph(String... arguments) throws Exception {
    return connected(arguments).getStreamGraph();
  }

  private static StreamExecutionEnvironment connected(String... arguments) throws Exception {
    JobConfig config = JobConfig.read(arguments, Map.of());
    var env = StreamExecutionEnvironment.getExecutionEnvironment(new Configuration());
    env.setParallelism(2);
    PipelineJob.connect(config, env);
    return env;
  }
}
