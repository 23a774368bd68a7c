package dev.laurel.bench.contender;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobID;
import org.apache.flink.core.execution.CheckpointType;
import org.apache.flink.runtime.minicluster.MiniCluster;

/**
 * Runs one contestant to its end and measures it.
 *
 * <p>A job over bounded input ends by itself, after a last checkpoint. Laurel's job, but in a
 * backfill, never ends: it has processed everything when its source of events has given every
 * record of the topic and then nothing moves for two seconds; a checkpoint is asked for then, and
 * the run ends with it. The CPU of these seconds is counted too.
 */
public final class Measure {

  private static final long POLL_MILLIS = 50;

  private final Task task;
  private final OneProcess environment;
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private final Samples samples = new Samples();

  private Measure(Task task, OneProcess environment) {
    this.task = task;
    this.environment = environment;
  }

  /** Runs the contestant. */
  public static Measured run(Task task, Contestant contestant) throws Exception {
    var environment = OneProcess.install(ClusterSettings.of(task), contestant::beforeStart);
    return new Measure(task, environment).run(contestant);
  }

  private Measured run(Contestant contestant) throws Exception {
    Thread.ofPlatform().daemon().name("contestant").start(() -> execute(contestant));
    CompletableFuture.anyOf(environment.job(), end).get();
    while (!end.isDone() && !isProcessed()) {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      samples.take(System.nanoTime(), Counters.read(), Counters.moved());
    }
    double upSeconds = upSeconds() - samples.restSeconds(System.nanoTime());
    MiniCluster cluster = environment.cluster().get();
    JobID job = environment.job().get().getJobID();
    if (end.isDone()) {
      end.get();
    } else {
      cluster.triggerCheckpoint(job, CheckpointType.CONFIGURED).get(2, TimeUnit.MINUTES);
    }
    double cpuSeconds = cpuSeconds();
    var graph = cluster.getExecutionGraph(job).get();
    return measured(
        cpuSeconds, upSeconds, Checkpoints.of(graph.getCheckpointStatsSnapshot()), contestant);
  }

  private void execute(Contestant contestant) {
    try {
      contestant.run(environment, task);
      end.complete(null);
    } catch (Throwable failed) {
      end.completeExceptionally(failed);
    }
  }

  private boolean isProcessed() {
    return Counters.read() >= task.records() && samples.isAtRest(System.nanoTime());
  }

  private Measured measured(
      double cpuSeconds, double upSeconds, Checkpoints checkpoints, Contestant contestant) {
    return new Measured(
        Counters.read(),
        cpuSeconds,
        samples.seconds(),
        upSeconds,
        Counters.taken(),
        checkpoints.count(),
        checkpoints.syncMillis(),
        checkpoints.endToEndMillis(),
        checkpoints.stateMegabytes(),
        busy(),
        contestant.boards(),
        contestant.plan());
  }

  private Map<String, double[]> busy() {
    Map<String, double[]> busy = new LinkedHashMap<>();
    double millis = Math.max(1, samples.seconds() * 1000);
    Counters.busyMillis()
        .forEach(
            (name, subtasks) ->
                busy.put(name, subtasks.stream().mapToDouble(each -> each / millis).toArray()));
    return busy;
  }

  private static double upSeconds() {
    return ManagementFactory.getRuntimeMXBean().getUptime() / 1e3;
  }

  private static double cpuSeconds() {
    var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return system.getProcessCpuTime() / 1e9;
  }
}
