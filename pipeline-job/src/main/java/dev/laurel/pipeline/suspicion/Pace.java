package dev.laurel.pipeline.suspicion;

/**
 * How much in a minute. A state type.
 *
 * @param points points gained; penalties do not count against them
 * @param unlocks unlocks, a count
 */
public record Pace(long points, long unlocks) {
  static final Pace NONE = new Pace(0, 0);

  /** The greater of each. */
  Pace or(Pace other) {
    return new Pace(Math.max(points, other.points), Math.max(unlocks, other.unlocks));
  }

  /** So many times as much, or the most there is. */
  Pace times(int factor) {
    return new Pace(times(points, factor), times(unlocks, factor));
  }

  /** Whether the other has more of one of them. */
  boolean isExceededBy(Pace other) {
    return other.points > points || other.unlocks > unlocks;
  }

  private static long times(long amount, int factor) {
    return amount > Long.MAX_VALUE / factor ? Long.MAX_VALUE : amount * factor;
  }
}
