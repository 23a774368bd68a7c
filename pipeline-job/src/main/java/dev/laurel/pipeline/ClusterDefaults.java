package dev.laurel.pipeline;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.rocksdb.CompressionType;

/** How the job runs where the cluster's configuration and the command line do not say otherwise. */
final class ClusterDefaults {
  /** A change passes three exchanges; Flink's own default would let it wait 100 ms before each. */
  private static final Duration LIVE = Duration.ofMillis(10);

  /** What is at the upper levels is rewritten soon: not worth being compressed. */
  private static final List<CompressionType> DEEP_LEVELS_ONLY =
      List.of(
          CompressionType.NO_COMPRESSION,
          CompressionType.NO_COMPRESSION,
          CompressionType.LZ4_COMPRESSION);

  /**
   * Operator state that is not compressed is read back with a call to the system for every byte.
   * With a catalog of 18,000 achievements a restart took 18 s; compressed, it takes 14.5.
   */
  private static final boolean READ_BACK_IN_BLOCKS = true;

  private final ReadableConfig cluster;
  private final Configuration missing = new Configuration();

  private ClusterDefaults(ReadableConfig cluster) {
    this.cluster = cluster;
  }

  /**
   * Refuses a setting with which the job would not be exact: an unaligned checkpoint takes up in
   * channels what tasks behind have not heard of yet, and after a restart a share of a board would
   * be taken for one of before.
   */
  static void check(ReadableConfig cluster) throws InvalidOptionsException {
    if (cluster.get(CheckpointingOptions.ENABLE_UNALIGNED)) {
      throw new InvalidOptionsException(
          List.of(
              "%s is 'true', expected 'false': boards are exact with aligned checkpoints only"
                  .formatted(CheckpointingOptions.ENABLE_UNALIGNED.key())));
    }
  }

  /** The settings that are missing in the cluster's, under whichever name it gives them. */
  static Configuration missingFrom(ReadableConfig cluster) {
    return new ClusterDefaults(cluster)
        .with(StateBackendOptions.STATE_BACKEND, "rocksdb")
        .with(RocksDBConfigurableOptions.USE_BLOOM_FILTER, true)
        .with(RocksDBConfigurableOptions.COMPRESSION_PER_LEVEL, DEEP_LEVELS_ONLY)
        .with(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true)
        .with(ExecutionOptions.SNAPSHOT_COMPRESSION, READ_BACK_IN_BLOCKS)
        .with(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(10))
        .with(
            CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
            ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION)
        .with(ExecutionOptions.BUFFER_TIMEOUT, LIVE)
        .with(PipelineOptions.MAX_PARALLELISM, 360)
        .with(PipelineOptions.GENERIC_TYPES, false)
        .with(PipelineOptions.AUTO_GENERATE_UIDS, false)
        .with(PipelineOptions.OBJECT_REUSE, true)
        .missing;
  }

  private <T> ClusterDefaults with(ConfigOption<T> option, T value) {
    if (cluster.getOptional(option).isEmpty()) {
      missing.set(option, value);
    }
    return this;
  }
}
