package dev.laurel.pipeline.board;

/**
 * When boards that close together have their turn: a few in the same millisecond, so that records
 * go on in between.
 */
final class Turns {
  private static final int BOARDS_A_MILLISECOND = 4;

  private long last = Long.MIN_VALUE;
  private int taken;

  /** The millisecond, now or later, of the next board. */
  long next(long now) {
    if (last < now) {
      last = now;
      taken = 0;
    } else if (taken == BOARDS_A_MILLISECOND) {
      last++;
      taken = 0;
    }
    taken++;
    return last;
  }
}
