package dev.laurel.bench.contender;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.configuration.Configuration;

/** How Flink is set up: the same for every contender. */
final class ClusterSettings {

  private ClusterSettings() {}

  /** RocksDB, a checkpoint every 5 s, objects reused; what fails ends the run. */
  static Configuration of(Task task) {
    Path folder = Path.of(task.folder()).toAbsolutePath();
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("execution.target", "local");
    settings.put("execution.attached", "true");
    settings.put("parallelism.default", Integer.toString(task.parallelism()));
    settings.put("pipeline.object-reuse", "true");
    settings.put("state.backend.type", "rocksdb");
    settings.put("state.backend.rocksdb.use-bloom-filter", "true");
    settings.put("execution.checkpointing.incremental", "true");
    settings.put("execution.checkpointing.interval", "5 s");
    settings.put("execution.checkpointing.dir", folder.resolve("checkpoints").toUri().toString());
    settings.put("restart-strategy.type", "none");
    if (!task.restoresFrom().isEmpty()) {
      settings.put("execution.state-recovery.path", task.restoresFrom());
    }
    settings.put("io.tmp.dirs", folder.resolve("tmp").toString());
    settings.put("taskmanager.memory.managed.size", task.managedMegabytes() + "m");
    settings.put("taskmanager.memory.network.min", "128m");
    settings.put("taskmanager.memory.network.max", "128m");
    settings.put("rest.bind-port", "0");
    settings.put("metrics.reporter.counters.factory.class", Counters.class.getName());
    return Configuration.fromMap(settings);
  }
}
