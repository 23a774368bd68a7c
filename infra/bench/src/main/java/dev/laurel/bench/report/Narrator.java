package dev.laurel.bench.report;

import java.time.Duration;

/** Says on the standard error what is going on, and how long after the beginning. */
public final class Narrator {

  private final long startedAt = System.nanoTime();

  /** Says it. */
  public void say(String what) {
    Duration since = Duration.ofNanos(System.nanoTime() - startedAt);
    System.err.printf("%3d:%02d %s%n", since.toMinutes(), since.toSecondsPart(), what);
  }
}
