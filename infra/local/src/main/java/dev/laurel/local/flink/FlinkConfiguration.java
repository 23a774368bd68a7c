package dev.laurel.local.flink;

import dev.laurel.local.home.Home;
import dev.laurel.local.home.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The configuration file that JobManager, TaskManager and Flink's command line share. */
public record FlinkConfiguration(Home home, Ports ports) {

  /** How many tasks of an operator the TaskManager has room for. */
  public static final int SLOTS = 4;

  /** The folder that holds it. */
  public Path folder() {
    return home.flink().resolve("conf");
  }

  /**
   * Writes it anew.
   *
   * @param parallelism tasks of each operator of the job, at most {@link #SLOTS}
   */
  public void write(int parallelism) throws IOException {
    Files.createDirectories(folder());
    Files.createDirectories(home.flink().resolve("tmp"));
    Files.writeString(folder().resolve("config.yaml"), cluster(parallelism) + memory() + state());
  }

  /** The TaskManager's heap, as {@link #memory()} shares it out. */
  static String taskManagerHeap() {
    return "1536m";
  }

  /** The TaskManager's direct memory: framework, tasks and network. */
  static String taskManagerDirectMemory() {
    return "320m";
  }

  /** The TaskManager's metaspace. */
  static String taskManagerMetaspace() {
    return "256m";
  }

  private String cluster(int parallelism) {
    return """
        jobmanager.rpc.address: 127.0.0.1
        jobmanager.rpc.port: %d
        jobmanager.bind-host: 127.0.0.1
        rest.address: 127.0.0.1
        rest.bind-address: 127.0.0.1
        rest.port: %d
        taskmanager.host: 127.0.0.1
        taskmanager.bind-host: 127.0.0.1
        taskmanager.numberOfTaskSlots: %d
        taskmanager.registration.timeout: 1 h
        parallelism.default: %d
        io.tmp.dirs: %s
        heartbeat.interval: 1000
        heartbeat.timeout: 6000
        restart-strategy.type: exponential-delay
        restart-strategy.exponential-delay.initial-backoff: 500 ms
        restart-strategy.exponential-delay.max-backoff: 5 s
        metrics.reporter.prom.factory.class: org.apache.flink.metrics.prometheus.PrometheusReporterFactory
        """
        .formatted(
            ports.jobManager(), ports.flink(), SLOTS, parallelism, home.flink().resolve("tmp"));
  }

  /** Every component is set: without Flink's shell scripts nothing derives them. */
  private static String memory() {
    return """
        taskmanager.cpu.cores: 4.0
        taskmanager.memory.framework.heap.size: 128m
        taskmanager.memory.task.heap.size: 1408m
        taskmanager.memory.framework.off-heap.size: 128m
        taskmanager.memory.task.off-heap.size: 64m
        taskmanager.memory.network.min: 128m
        taskmanager.memory.network.max: 128m
        taskmanager.memory.managed.size: 512m
        taskmanager.memory.jvm-metaspace.size: 256m
        taskmanager.memory.jvm-overhead.min: 256m
        taskmanager.memory.jvm-overhead.max: 256m
        """;
  }

  private String state() {
    return """
        state.backend.type: rocksdb
        execution.checkpointing.incremental: true
        execution.checkpointing.interval: 5 s
        execution.checkpointing.timeout: 2 min
        execution.checkpointing.tolerable-failed-checkpoints: 1000
        execution.checkpointing.num-retained: 2
        execution.checkpointing.externalized-checkpoint-retention: RETAIN_ON_CANCELLATION
        execution.checkpointing.dir: %s
        execution.checkpointing.savepoint-dir: %s
        """
        .formatted(home.checkpoints().toUri(), home.savepoints().toUri());
  }
}
