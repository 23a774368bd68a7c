package dev.laurel.local.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The built project that a stack is started from. */
public record Installation(Path root) {

  /** The project that this program was started from. */
  public static Installation current() {
    return new Installation(
        Path.of(System.getProperty("laurel.root", ".")).toAbsolutePath().normalize());
  }

  /** The folder that a stack lives in unless told. */
  public Path usualHome() {
    return root.resolve(".laurel");
  }

  /** The jar that is submitted to Flink. */
  public Path job() {
    return root.resolve("pipeline-job/target/laurel-pipeline-job.jar");
  }

  /** The class path of the serving API. */
  public String apiClassPath() {
    Path target = root.resolve("serving-api/target");
    return target.resolve("laurel-serving-api.jar") + ":" + target.resolve("lib") + "/*";
  }

  /** The class path of JobManager, TaskManager and Flink's command line. */
  public String flinkClassPath() throws IOException {
    return Files.readString(local("flink/target/classpath")).strip();
  }

  /** The class path of a Kafka broker and its tools. */
  public String kafkaClassPath() throws IOException {
    return Files.readString(local("kafka/target/classpath")).strip();
  }

  /** The folder of the topics' contracts. */
  public Path topics() {
    return root.resolve("infra/topics");
  }

  /** A file or folder of infra/local. */
  public Path local(String path) {
    return root.resolve("infra/local").resolve(path);
  }

  /**
   * The command that starts Java as this program runs on it, with {@code options} before anything
   * else.
   */
  public List<String> java(String... options) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    if (Runtime.version().feature() >= 23) {
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.addAll(List.of(options));
    return command;
  }
}
