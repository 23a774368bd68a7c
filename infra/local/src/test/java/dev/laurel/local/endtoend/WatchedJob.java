package dev.laurel.local.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import dev.laurel.local.flink.FlinkRest;
import dev.laurel.local.flink.RunningJob;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The job of a stack, as its Flink cluster tells of it. */
record WatchedJob(FlinkRest flink) {

  /** Whether every task of it runs. */
  boolean isRunning() throws IOException, InterruptedException {
    return flink.jobs().stream().anyMatch(RunningJob::isRunning);
  }

  /** How often Flink has restarted it since it was submitted. */
  long restarts() {
    String metric = "numRestarts";
    return get("/metrics?get=" + metric).path(0).path("value").asLong();
  }

  /** How many checkpoints it has completed since it was submitted. */
  long completedCheckpoints() {
    return get("/checkpoints").path("counts").path("completed").asLong();
  }

  private JsonNode get(String path) {
    try {
      String id = flink.jobs().stream().filter(RunningJob::isLive).findFirst().orElseThrow().id();
      return flink.get("/jobs/" + id + path);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
