package dev.laurel.local.flink;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Sees to it that the job runs, once. Flink itself restarts it when a TaskManager or a dependency
 * fails; a JobManager that was killed comes back without jobs, and then the job is submitted again
 * from its newest checkpoint.
 */
public final class KeepJob {

  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final SubmitJob submission;
  private final FlinkRest flink;
  private final Consumer<String> say;
  private volatile boolean stopped;

  public KeepJob(SubmitJob submission, FlinkRest flink, Consumer<String> say) {
    this.submission = submission;
    this.flink = flink;
    this.say = say;
  }

  /**
   * Submits the job for the first time, waits until all of it runs, and keeps it running from then
   * on.
   */
  public Optional<Path> start(Duration atMost) throws IOException, InterruptedException {
    Optional<Path> from = submission.submit();
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!isRunning()) {
      if (System.nanoTime() > deadline) {
        throw new IOException(
            "the job does not run after %d s: %s".formatted(atMost.toSeconds(), whyNot()));
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
    Thread.ofVirtual().name("keep job").start(this::keep);
    return from;
  }

  /** Ends the watch; the job itself goes on. */
  public void stop() {
    stopped = true;
  }

  private void keep() {
    try {
      while (!stopped) {
        TimeUnit.MILLISECONDS.sleep(LOOK_EVERY.toMillis());
        look();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() throws InterruptedException {
    List<RunningJob> live;
    try {
      live = live();
    } catch (IOException away) {
      return; // The JobManager is being started again.
    }
    try {
      if (live.isEmpty() && !stopped) {
        Optional<Path> from = submission.submit();
        say.accept(
            "the job was gone and is submitted again"
                + from.map(path -> " from " + path).orElse(""));
      }
      for (RunningJob surplus :
          live.stream().sorted(Comparator.comparingLong(RunningJob::startedAt)).skip(1).toList()) {
        flink.cancel(surplus.id());
      }
    } catch (IOException failed) {
      say.accept(failed.getMessage());
    }
  }

  private boolean isRunning() throws InterruptedException {
    try {
      return live().stream().anyMatch(RunningJob::isRunning);
    } catch (IOException away) {
      return false;
    }
  }

  private List<RunningJob> live() throws IOException, InterruptedException {
    return flink.jobs().stream().filter(RunningJob::isLive).toList();
  }

  private String whyNot() throws IOException, InterruptedException {
    for (RunningJob job : flink.jobs()) {
      if (job.name().equals(RunningJob.LAUREL)) {
        return "it is %s. %s".formatted(job.state(), flink.lastFailure(job.id()));
      }
    }
    return "the cluster knows no job named " + RunningJob.LAUREL;
  }
}
