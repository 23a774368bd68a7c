package dev.laurel.local.flink;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** A job as the cluster's overview shows it. */
public record RunningJob(
    String id, String name, String state, long startedAt, int tasks, int runningTasks) {

  /** The name under which the job of Laurel runs. */
  public static final String LAUREL = "laurel";

  private static final Set<String> ENDED = Set.of("FAILED", "CANCELED", "FINISHED", "SUSPENDED");

  static RunningJob read(JsonNode job) {
    return new RunningJob(
        job.path("jid").asText(),
        job.path("name").asText(),
        job.path("state").asText(),
        job.path("start-time").asLong(),
        job.path("tasks").path("total").asInt(),
        job.path("tasks").path("running").asInt());
  }

  /** Whether this is Laurel's job and it runs, starts or recovers. */
  public boolean isLive() {
    return name.equals(LAUREL) && !ENDED.contains(state) && !state.equals("CANCELLING");
  }

  /** Whether every task of it runs. */
  public boolean isRunning() {
    return state.equals("RUNNING") && tasks > 0 && runningTasks == tasks;
  }
}
