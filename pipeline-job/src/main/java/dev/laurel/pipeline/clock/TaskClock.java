package dev.laurel.pipeline.clock;

import java.time.Duration;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;

/** The clock of a task. What is due by it is done in the task's own thread, between elements. */
public record TaskClock(ProcessingTimeService timers) {

  /** Something that is due. */
  @FunctionalInterface
  public interface Duty {
    void run() throws Exception;
  }

  /** What it shows, in milliseconds since 1970. */
  public long now() {
    return timers.getCurrentProcessingTime();
  }

  /** Does something once, after a pause. */
  public void after(Duration pause, Duty duty) {
    var unused = timers.registerTimer(now() + pause.toMillis(), time -> duty.run());
  }

  /** Does something again and again, each time after a pause, while the task runs. */
  public void every(Duration pause, Duty duty) {
    after(
        pause,
        () -> {
          duty.run();
          every(pause, duty);
        });
  }
}
