package dev.laurel.local.process;

import java.time.Duration;

/**
 * How long to wait before a process that died is started again: little at first, more each time it
 * dies young.
 */
public record Backoff(int diedYoung) {

  private static final Duration SHORTEST = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final Duration YOUNG = Duration.ofSeconds(30);

  /** Of a process that has not died yet. */
  public static Backoff none() {
    return new Backoff(0);
  }

  /** What is to be waited after a process that lived for {@code lived} has died. */
  public Backoff afterDeath(Duration lived) {
    return new Backoff(lived.compareTo(YOUNG) < 0 ? diedYoung + 1 : 1);
  }

  /** From 0.2 s, doubled each time, to 10 s. */
  public Duration delay() {
    if (diedYoung == 0) {
      return Duration.ZERO;
    }
    Duration doubled = SHORTEST.multipliedBy(1L << Math.min(diedYoung - 1, 10));
    return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }
}
