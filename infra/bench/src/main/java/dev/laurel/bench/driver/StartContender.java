package dev.laurel.bench.driver;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.laurel.bench.contender.Measured;
import dev.laurel.bench.contender.Task;
import dev.laurel.local.home.Home;
import dev.laurel.local.home.Installation;
import dev.laurel.local.process.LogTail;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs one task in a process of its own. All contenders have the same Java, the same heap and the
 * same jars: Flink's, Laurel's job (whose Kafka connector and Jackson the peers use too) and those
 * of Flink SQL. One whose driver was killed is stopped with its broker.
 */
record StartContender(Installation installation, Home home, String heap) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  /** Runs it and returns what it has measured; what it left is deleted, but for its log. */
  Measured run(Task task) throws IOException, InterruptedException {
    try {
      return runAndKeep(task);
    } finally {
      delete(Path.of(task.folder()));
    }
  }

  /** Runs it, kills it when it has measured, and leaves what it left. */
  Measured runAndKeep(Task task) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(Path.of(task.folder()));
    Files.createDirectories(folder.resolve("tmp"));
    Path result = folder.resolve("result.json");
    JSON.writeValue(folder.resolve("task.json").toFile(), task);
    File log = Path.of(folder + ".log").toFile();
    Process process =
        new ProcessBuilder(command(folder, result))
            .redirectErrorStream(true)
            .redirectOutput(log)
            .start();
    try {
      await(process, task, result, log.toPath());
      return Measured.read(result);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static void await(Process process, Task task, Path result, Path log)
      throws IOException, InterruptedException {
    Instant latest = Instant.now().plus(PATIENCE);
    while (!Files.exists(result)) {
      boolean ended = process.waitFor(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
      if (!Files.exists(result) && (ended || Instant.now().isAfter(latest))) {
        throw new IOException(
            "%s %s; its log %s ends with:%n  %s"
                .formatted(
                    task.contender(),
                    ended ? "failed" : "did not end within " + PATIENCE,
                    log,
                    String.join("\n  ", LogTail.of(log, 12))));
      }
    }
  }

  private List<String> command(Path folder, Path result) throws IOException {
    Path target = installation.root().resolve("infra/bench/target");
    String classPath =
        String.join(
            ":",
            target.resolve("laurel-bench.jar").toString(),
            installation.flinkClassPath(),
            installation.job().toString(),
            Files.readString(target.resolve("tables")).strip());
    return installation.java(
        "-Xms" + heap,
        "-Xmx" + heap,
        "-XX:+UseG1GC",
        home.mark(),
        "-Djava.io.tmpdir=" + folder.resolve("tmp"),
        "-Dlog4j2.configurationFile="
            + installation.root().resolve("infra/bench/log4j2.properties"),
        "-cp",
        classPath,
        "dev.laurel.bench.Contender",
        folder.resolve("task.json").toString(),
        result.toString());
  }

  static void delete(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
