package dev.laurel.bench.driver;

import dev.laurel.bench.contender.Task;
import dev.laurel.bench.delay.Delays;
import dev.laurel.bench.delay.ReadDelays;
import dev.laurel.bench.input.Input;
import dev.laurel.bench.input.PacedLog;
import dev.laurel.bench.input.WriteLog;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Runs an entrant while the log is being written at a pace, and reads how old its rank changes
 * were. The first events come at once, so that boards are full; what comes until the process has
 * started, warmed up and caught up is not counted.
 */
final class RunPaced {

  private static final long AT_ONCE = 200_000;
  private static final long PACED_SECONDS = 150;
  private static final long UNCOUNTED_MILLIS = 75_000;
  private static final String TOPIC = "events-paced";

  private final String bootstrapServers;
  private final StartContender start;

  RunPaced(String bootstrapServers, StartContender start) {
    this.bootstrapServers = bootstrapServers;
    this.start = start;
  }

  /** Runs it; the task is that of a run over a log that is there. */
  Delays run(Cell cell, Task like, long perSecond) throws IOException, InterruptedException {
    WriteLog topics = new WriteLog(bootstrapServers);
    Input input = cell.input().withProfiles().withEvents(AT_ONCE + PACED_SECONDS * perSecond);
    PacedLog log = new PacedLog(bootstrapServers, TOPIC, input, AT_ONCE, perSecond);
    Task task = like.over(TOPIC, log.records());
    topics.delete(TOPIC);
    topics.createEvents(TOPIC);
    topics.create(task.outputs());
    var contender = new FutureTask<>(() -> start.run(task));
    Thread.ofPlatform().name("paced").start(contender);
    long began = log.send();
    try {
      contender.get();
      return ReadDelays.of(
          bootstrapServers,
          TOPIC,
          task.outputs().rankChanges(),
          began + UNCOUNTED_MILLIS,
          perSecond);
    } catch (ExecutionException failed) {
      throw new IOException(failed.getCause().getMessage(), failed.getCause());
    } finally {
      topics.delete(task.outputs());
      topics.delete(TOPIC);
    }
  }
}
