package dev.laurel.bench.report;

import java.util.Map;

/**
 * One run, as it is kept: a line of {@code runs.jsonl}.
 *
 * @param round 0 is the warm-up, which is not counted
 * @param empty whether it had no events: what starting costs
 * @param events unlocks of the log, repeats included
 * @param cpuSeconds of the whole process
 * @param boards {@code same}, {@code none}, or what differs
 */
public record Run(
    String cell,
    String contender,
    int round,
    boolean empty,
    String log,
    long events,
    long records,
    double cpuSeconds,
    double seconds,
    Map<String, Long> taken,
    int checkpoints,
    long syncMillis,
    long checkpointMillis,
    double stateMegabytes,
    Map<String, double[]> busy,
    String boards) {

  /** Boards are as they must be. */
  public static final String SAME = "same";

  /** There are no boards. */
  public static final String NONE = "none";

  /** Whether it enters the figures. */
  boolean counts() {
    return round > 0 && !empty;
  }

  double eventsPerSecond() {
    return seconds == 0 ? 0 : events / seconds;
  }
}
