package dev.laurel.bench.ranks;

import java.util.Arrays;

/** How long each of many answers took, in milliseconds, and how many calls had none. */
final class Times {
  private final double[] millis;
  private final int failed;

  Times(double[] millis) {
    this(millis, 0);
  }

  /** Beside which there were so many errors. */
  Times(double[] millis, int failed) {
    this.failed = failed;
    this.millis = millis.clone();
    Arrays.sort(this.millis);
  }

  /** How many were errors. */
  int failed() {
    return failed;
  }

  /** What that share of them took at most. */
  double at(double share) {
    return millis[(int) Math.min(millis.length - 1, (long) (millis.length * share))];
  }
}
