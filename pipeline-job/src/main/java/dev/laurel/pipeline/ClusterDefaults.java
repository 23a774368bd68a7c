package dev.laurel.pipeline;

import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.configuration.StateBackendOptions;

/** How the job runs where the cluster's configuration and the command line do not say otherwise. */
final class ClusterDefaults {
  private static final String BLOOM_FILTER = "state.backend.rocksdb.use-bloom-filter";

  private ClusterDefaults() {}

  /** The settings that are missing in the cluster's. */
  static Configuration missingFrom(ReadableConfig cluster) {
    Configuration ours = new Configuration();
    ours.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    ours.setString(BLOOM_FILTER, "true");
    ours.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    ours.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(10));
    ours.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    ours.set(PipelineOptions.MAX_PARALLELISM, 360);
    ours.set(PipelineOptions.GENERIC_TYPES, false);
    ours.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    ours.set(PipelineOptions.OBJECT_REUSE, true);
    Configuration missing = new Configuration();
    var given = cluster.toMap();
    ours.toMap()
        .forEach(
            (key, value) -> {
              if (!given.containsKey(key)) {
                missing.setString(key, value);
              }
            });
    return missing;
  }
}
