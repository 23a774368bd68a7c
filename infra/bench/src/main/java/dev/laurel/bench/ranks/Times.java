package dev.laurel.bench.ranks;

import java.util.Arrays;

/** How long each of many answers took, in milliseconds. */
final class Times {
  private final double[] millis;

  Times(double[] millis) {
    this.millis = millis.clone();
    Arrays.sort(this.millis);
  }

  /** What that share of them took at most. */
  double at(double share) {
    return millis[(int) Math.min(millis.length - 1, (long) (millis.length * share))];
  }
}
