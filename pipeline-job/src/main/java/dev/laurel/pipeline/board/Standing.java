package dev.laurel.pipeline.board;

import java.time.Instant;
import java.util.Comparator;

/**
 * One player's line on a board, without the rank, which is its place in {@link #RANK_ORDER}. A
 * state and wire type.
 *
 * @param reachedAt when the score was reached, event time
 * @param username null until a profile names the player
 * @param region null until a profile gives one
 */
public record Standing(
    String playerId, long score, Instant reachedAt, String username, String region) {

  /**
   * The one rank order: score descending, then reachedAt ascending, then playerId ascending. Player
   * identifiers are ASCII, so the order of their characters is the order of their UTF-8 bytes.
   */
  public static final Comparator<Standing> RANK_ORDER = Standing::rankOrder;

  private static int rankOrder(Standing one, Standing other) {
    if (one.score != other.score) {
      return one.score > other.score ? -1 : 1;
    }
    int byTime = one.reachedAt.compareTo(other.reachedAt);
    return byTime != 0 ? byTime : one.playerId.compareTo(other.playerId);
  }

  /** The same without the name. */
  Standing unnamed() {
    return username == null ? this : new Standing(playerId, score, reachedAt, null, region);
  }

  boolean ranksBefore(Standing other) {
    return rankOrder(this, other) < 0;
  }
}
