package dev.laurel.pipeline;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

class ClusterDefaultsTest {

  @Test
  void fillsWhatAClusterThatSaysNothingLeavesOpen() {
    Configuration missing = ClusterDefaults.missingFrom(new Configuration());

    assertThat(missing.get(StateBackendOptions.STATE_BACKEND)).isEqualTo("rocksdb");
    assertThat(missing.get(RocksDBConfigurableOptions.USE_BLOOM_FILTER)).isTrue();
    assertThat(missing.get(RocksDBConfigurableOptions.COMPRESSION_PER_LEVEL)).hasSize(3);
    assertThat(missing.get(CheckpointingOptions.INCREMENTAL_CHECKPOINTS)).isTrue();
    assertThat(missing.get(ExecutionOptions.SNAPSHOT_COMPRESSION)).isTrue();
    assertThat(missing.get(CheckpointingOptions.CHECKPOINTING_INTERVAL))
        .isEqualTo(Duration.ofSeconds(10));
    assertThat(missing.get(ExecutionOptions.BUFFER_TIMEOUT)).isEqualTo(Duration.ofMillis(10));
    assertThat(missing.get(PipelineOptions.MAX_PARALLELISM)).isEqualTo(360);
    assertThat(missing.get(PipelineOptions.GENERIC_TYPES)).isFalse();
    assertThat(missing.get(PipelineOptions.AUTO_GENERATE_UIDS)).isFalse();
    assertThat(missing.get(PipelineOptions.OBJECT_REUSE)).isTrue();
  }

  @Test
  void leavesWhatTheClusterSets() {
    Map<String, String> set =
        Map.ofEntries(
            entry("state.backend.type", "hashmap"),
            entry("state.backend.rocksdb.use-bloom-filter", "false"),
            entry("state.backend.rocksdb.compression.per.level", "SNAPPY_COMPRESSION"),
            entry("execution.checkpointing.incremental", "false"),
            entry("execution.checkpointing.snapshot-compression", "false"),
            entry("execution.checkpointing.interval", "3 s"),
            entry(
                "execution.checkpointing.externalized-checkpoint-retention",
                "DELETE_ON_CANCELLATION"),
            entry("execution.buffer-timeout.interval", "50 ms"),
            entry("pipeline.max-parallelism", "128"),
            entry("pipeline.generic-types", "true"),
            entry("pipeline.auto-generate-uids", "true"),
            entry("pipeline.object-reuse", "false"));

    assertThat(ClusterDefaults.missingFrom(Configuration.fromMap(set)).toMap()).isEmpty();
  }

  @Test
  void leavesWhatTheClusterSetsUnderAnOlderName() {
    Configuration cluster =
        Configuration.fromMap(
            Map.of("state.backend", "hashmap", "state.backend.incremental", "false"));

    Configuration missing = ClusterDefaults.missingFrom(cluster);

    assertThat(missing.getOptional(StateBackendOptions.STATE_BACKEND)).isEmpty();
    assertThat(missing.getOptional(CheckpointingOptions.INCREMENTAL_CHECKPOINTS)).isEmpty();
  }

  @Test
  void refusesUnalignedCheckpoints() {
    Configuration unaligned =
        Configuration.fromMap(Map.of("execution.checkpointing.unaligned.enabled", "true"));

    assertThatThrownBy(() -> ClusterDefaults.check(unaligned))
        .isInstanceOf(InvalidOptionsException.class)
        .hasMessage(
            "execution.checkpointing.unaligned.enabled is 'true', expected 'false': boards are"
                + " exact with aligned checkpoints only");
    assertThatNoException().isThrownBy(() -> ClusterDefaults.check(new Configuration()));
  }

  @Test
  void theJobRunsWithTheClustersSettingsAndOurs() {
    Configuration cluster = Configuration.fromMap(Map.of("pipeline.max-parallelism", "128"));
    try (var env = StreamExecutionEnvironment.getExecutionEnvironment(cluster)) {
      env.configure(ClusterDefaults.missingFrom(env.getConfiguration()));

      assertThat(env.getMaxParallelism()).isEqualTo(128);
      assertThat(env.getConfig().isObjectReuseEnabled()).isTrue();
      assertThat(env.getConfig().isUseSnapshotCompression()).isTrue();
      assertThat(env.getCheckpointConfig().getCheckpointInterval()).isEqualTo(10_000);
    } catch (Exception closing) {
      throw new AssertionError("the environment could not be closed", closing);
    }
  }
}
