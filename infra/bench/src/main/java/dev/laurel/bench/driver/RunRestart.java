package dev.laurel.bench.driver;

import dev.laurel.bench.contender.Measured;
import dev.laurel.bench.contender.Task;
import dev.laurel.bench.input.Input;
import dev.laurel.bench.input.WriteLog;
import dev.laurel.bench.report.Restart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.function.Consumer;

/**
 * Lets an entrant read a log, kills it after a checkpoint, appends what came meanwhile, and starts
 * it again from that checkpoint in a new process.
 */
final class RunRestart {

  private static final long MEANWHILE = 100_000;
  private static final String TOPIC = "events-restart";

  private final String bootstrapServers;
  private final StartContender start;
  private final Consumer<String> say;

  RunRestart(String bootstrapServers, StartContender start, Consumer<String> say) {
    this.bootstrapServers = bootstrapServers;
    this.start = start;
    this.say = say;
  }

  /** Runs it; the task is that of a run over another topic. */
  Restart run(Input input, Task like) throws IOException, InterruptedException {
    WriteLog logs = new WriteLog(bootstrapServers);
    // Writes the catalog too, if it is not there.
    long unused = logs.write(input.withEvents(0));
    logs.delete(TOPIC);
    logs.createEvents(TOPIC);
    logs.create(like.outputs());
    try {
      say.accept("writing " + TOPIC);
      Task first = like.over(TOPIC, logs.append(TOPIC, input));
      Measured before = start.runAndKeep(first);
      say.accept(
          "%s killed after %.0f s, with %.0f MB of state"
              .formatted(like.contender(), before.seconds(), before.stateMegabytes()));
      long records = logs.append(TOPIC, meanwhile(input));
      String checkpoint = newestCheckpoint(Path.of(first.folder())).toUri().toString();
      Measured after = start.run(first.from(checkpoint, records, first.folder() + "-again"));
      return new Restart(before.stateMegabytes(), records, after.upSeconds());
    } finally {
      StartContender.delete(Path.of(like.folder()));
      logs.delete(like.outputs());
      logs.delete(TOPIC);
    }
  }

  /** Other events of the same players. */
  private static Input meanwhile(Input input) {
    return new Input(
        input.shape(), MEANWHILE, input.players(), input.worths(), false, input.seed() + 1);
  }

  private static Path newestCheckpoint(Path folder) throws IOException {
    try (var files = Files.walk(folder.resolve("checkpoints"))) {
      return files
          .filter(file -> file.endsWith("_metadata"))
          .max(Comparator.comparing(RunRestart::writtenAt))
          .orElseThrow(() -> new IOException("there is no checkpoint in " + folder))
          .getParent();
    }
  }

  private static FileTime writtenAt(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException gone) {
      return FileTime.fromMillis(0);
    }
  }
}
