package dev.laurel.pipeline.outlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.pipeline.ledger.PlayerTotals;
import dev.laurel.pipeline.ledger.TableGroup;
import dev.laurel.schema.LaurelDatabase;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A job writes while PostgreSQL is away, for longer than its memory lasts, and it comes back. */
class PostgresOutageTest {
  private static final int ROWS = 1_500;
  private static final int MOST_UNSENT = 1_000;
  private static final AtomicLong READ = new AtomicLong();

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(1)
              .build());

  @Test
  void checkpointsGoOnTheJobWaitsOnlyWhenItsRoomIsUsedUpAndThenNothingIsMissing(
      @InjectMiniCluster MiniCluster cluster) throws Exception {
    try (LaurelDatabase server = LaurelDatabase.start()) {
      server.stop();
      JobClient job = start(server);

      await().until(() -> READ.get() > 100 && checkpoints(cluster, job.getJobID()) >= 3);
      await()
          .during(Duration.ofMillis(500))
          .until(() -> READ.get() >= MOST_UNSENT && READ.get() <= MOST_UNSENT + 1);
      server.startAgain();
      JobExecutionResult ended = job.getJobExecutionResult().get(30, TimeUnit.SECONDS);

      assertThat(ended.getJobID()).isEqualTo(job.getJobID());
      assertThat(READ.get()).isEqualTo(ROWS);
      assertThat(Rows.count(server, "from laurel.players")).isEqualTo(ROWS);
    }
  }

  private static JobClient start(LaurelDatabase server) throws Exception {
    var env =
        StreamExecutionEnvironment.getExecutionEnvironment(
            Configuration.fromMap(Map.of("restart-strategy.type", "none")));
    env.setParallelism(1);
    env.enableCheckpointing(50);
    var numbers =
        new DataGeneratorSource<>(
            number -> number,
            ROWS,
            RateLimiterStrategy.perSecond(1_500),
            TypeInformation.of(Long.class));
    var database = new Database(server.url(), "laurel_job", "", Map.of());
    var tables =
        new PostgresTables(
            database,
            Duration.ofMillis(50),
            Duration.ofMillis(50),
            MOST_UNSENT,
            EnumSet.allOf(TableGroup.class),
            Optional.empty());
    tables
        .players()
        .accept(
            env.fromSource(numbers, WatermarkStrategy.noWatermarks(), "numbers")
                .map(PostgresOutageTest::row)
                .returns(PlayerTotals.class));
    return env.executeAsync();
  }

  private static PlayerTotals row(long number) {
    READ.incrementAndGet();
    return SampleRows.totals("player-" + number, number, 1);
  }

  private static long checkpoints(MiniCluster cluster, JobID job) throws Exception {
    return cluster
        .getExecutionGraph(job)
        .get()
        .getCheckpointStatsSnapshot()
        .getCounts()
        .getNumberOfCompletedCheckpoints();
  }
}
