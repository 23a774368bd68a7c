package dev.laurel.local.backfill;

import dev.laurel.local.home.Installation;
import dev.laurel.local.process.LogTail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The job over a log that ends, on a Flink cluster of its own in one process, without checkpoints:
 * what fails is begun anew. On a large cluster the same is {@code flink run} with the job's option
 * {@code --backfill on}.
 *
 * @param topic the log it reads
 * @param parallelism tasks of each operator
 * @param options further options of the job, {@code name=value} each
 */
record BoundedJob(
    Installation installation,
    String bootstrapServers,
    String jdbcUrl,
    String topic,
    int parallelism,
    List<String> options) {

  /**
   * The more rows wait the more of them are written once and not again and again; and no checkpoint
   * has to save what is held. Options given by name win.
   */
  private static final Map<String, String> CAPACITY =
      Map.of("most-unsent-rows", "300000", "held-scopes", "500000", "unsaved-books", "100000");

  /** Runs it until it ends. Where it fails its log stays, and the error says where. */
  void run() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("laurel-backfill");
    run(folder);
    delete(folder);
  }

  private void run(Path folder) throws IOException, InterruptedException {
    Files.writeString(folder.resolve("config.yaml"), configuration(folder));
    Path log = folder.resolve("job.log");
    ProcessBuilder builder = new ProcessBuilder(command());
    builder.environment().put("FLINK_CONF_DIR", folder.toString());
    Process job = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    int code;
    try {
      code = job.waitFor();
    } finally {
      job.destroy();
    }
    if (code != 0) {
      throw new IOException(
          "the job failed (exit code %d); %s ends with:%n  %s"
              .formatted(code, log, String.join("\n  ", LogTail.of(log, 12))));
    }
  }

  private List<String> command() throws IOException {
    List<String> command =
        installation.java(
            "-Xmx3g",
            "-XX:+UseParallelGC",
            "-XX:MaxDirectMemorySize=512m",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "-Dlog4j2.configurationFile=" + installation.local("flink/log4j2.properties"),
            "-cp",
            installation.flinkClassPath(),
            "org.apache.flink.client.cli.CliFrontend",
            "run",
            "-Dexecution.target=local",
            installation.job().toString(),
            "--backfill",
            "on",
            "--bootstrap-servers",
            bootstrapServers,
            "--jdbc-url",
            jdbcUrl,
            "--player-events-topic",
            topic);
    Map<String, String> more = new TreeMap<>(CAPACITY);
    for (String option : options) {
      String[] nameAndValue = option.split("=", 2);
      more.put(nameAndValue[0], nameAndValue[1]);
    }
    more.forEach((name, value) -> command.addAll(List.of("--" + name, value)));
    return command;
  }

  private String configuration(Path folder) {
    return """
        parallelism.default: %d
        taskmanager.numberOfTaskSlots: %d
        taskmanager.memory.managed.size: 1g
        taskmanager.memory.network.min: 256m
        taskmanager.memory.network.max: 256m
        rest.port: 0
        state.backend.type: rocksdb
        execution.checkpointing.interval: 365 d
        execution.checkpointing.checkpoints-after-tasks-finish: false
        restart-strategy.type: none
        io.tmp.dirs: %s
        """
        .formatted(parallelism, parallelism, folder);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}
