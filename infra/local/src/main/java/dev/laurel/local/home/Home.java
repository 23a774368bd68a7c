package dev.laurel.local.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** The folder that holds everything a stack keeps: data, checkpoints, logs, process ids, tokens. */
public record Home(Path folder) {

  /** The home of {@code folder}; its path is made absolute and real: processes are known by it. */
  public static Home at(Path folder) throws IOException {
    return new Home(
        Files.exists(folder) ? folder.toRealPath() : folder.toAbsolutePath().normalize());
  }

  /** The data of PostgreSQL; its server processes have it as their working folder. */
  public Path postgres() {
    return folder.resolve("postgres");
  }

  /** The log segments of Kafka. */
  public Path kafka() {
    return folder.resolve("kafka");
  }

  /** Configuration and working files of Flink. */
  public Path flink() {
    return folder.resolve("flink");
  }

  /** Checkpoints of the job: one folder a submission, one {@code chk-n} a checkpoint in it. */
  public Path checkpoints() {
    return folder.resolve("checkpoints");
  }

  /** Savepoints that were asked for without a folder. */
  public Path savepoints() {
    return folder.resolve("savepoints");
  }

  /** The log file of a process. */
  public Path log(String process) {
    return folder.resolve("log").resolve(process + ".log");
  }

  /** The file that holds the id of a process while it runs. */
  public Path pidFile(String process) {
    return run().resolve(process + ".pid");
  }

  /** Locked by the supervisor for as long as it lives: two of them never share a home. */
  public Path lock() {
    return run().resolve("lock");
  }

  /** Exists while everything has answered. */
  public Path ready() {
    return run().resolve("ready");
  }

  /** The ports and addresses of the stack that was started last. */
  public Path addresses() {
    return folder.resolve("stack.properties");
  }

  /** The private key that signs tokens. */
  public Path signingKey() {
    return folder.resolve("keys").resolve("signing-key.json");
  }

  /** The public keys that tokens are checked with. */
  public Path jwks() {
    return folder.resolve("jwks.json");
  }

  /** The token of a role. */
  public Path token(String role) {
    return folder.resolve("tokens").resolve(role + ".jwt");
  }

  /** The argument by which a process of this stack is known in the table of processes. */
  public String mark() {
    return "-Dlaurel.home=" + folder;
  }

  /** Makes the folders that are missing. */
  public void prepare() throws IOException {
    for (Path each :
        new Path[] {
          run(),
          log("any").getParent(),
          flink(),
          checkpoints(),
          savepoints(),
          signingKey().getParent(),
          token("any").getParent()
        }) {
      Files.createDirectories(each);
    }
  }

  /**
   * Whether this folder is, or can become, the home of a stack: it is one already, or is empty or
   * missing.
   */
  public boolean isOurs() throws IOException {
    if (!Files.isDirectory(folder) || Files.isDirectory(run())) {
      return true;
    }
    try (var held = Files.list(folder)) {
      return held.findAny().isEmpty();
    }
  }

  /** Deletes everything but the lock, which the caller holds. */
  public void empty() throws IOException {
    try (var held = Files.list(folder)) {
      for (Path each : held.toList()) {
        delete(each);
      }
    }
  }

  private void delete(Path tree) throws IOException {
    try (var paths = Files.walk(tree)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        if (!path.equals(run()) && !path.equals(lock())) {
          Files.delete(path);
        }
      }
    }
  }

  private Path run() {
    return folder.resolve("run");
  }
}
