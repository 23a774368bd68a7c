package dev.laurel.serving.board;

import java.time.Instant;

/**
 * A place in the one rank order, whether or not somebody stands there.
 *
 * @param score points on the board
 * @param reachedAt when the score was reached, event time
 */
record Place(long score, Instant reachedAt, String playerId) implements Placed {

  /**
   * Ahead of whoever may stand on a board: scores are sums that stay far from the ends of a long.
   */
  static final Place AHEAD_OF_ALL = new Place(Long.MAX_VALUE, Instant.EPOCH, "-");

  /** Behind whoever may stand on a board. */
  static final Place BEHIND_ALL = new Place(-Long.MAX_VALUE, Instant.EPOCH, "-");

  static Place of(Entry entry) {
    return new Place(entry.score(), entry.reachedAt(), entry.playerId());
  }
}
