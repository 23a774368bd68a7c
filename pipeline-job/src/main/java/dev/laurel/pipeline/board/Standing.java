package dev.laurel.pipeline.board;

import dev.laurel.pipeline.bytes.SharedTexts;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

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

  /** Whether both are the same standings in the same order; mostly they are the same objects. */
  static boolean same(List<Standing> some, List<Standing> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (int at = 0; at < some.size(); at++) {
      if (!some.get(at).isSameAs(others.get(at))) {
        return false;
      }
    }
    return true;
  }

  /** Whether it equals the other, which is mostly the same object. */
  @SuppressWarnings("ReferenceEquality") // as a short cut
  boolean isSameAs(Standing other) {
    return this == other || equals(other);
  }

  /** The same without the name. */
  Standing unnamed() {
    return username == null ? this : new Standing(playerId, score, reachedAt, null, region);
  }

  /** The same, holding texts that others hold too. */
  Standing with(SharedTexts texts) {
    return new Standing(texts.of(playerId), score, reachedAt, texts.of(username), texts.of(region));
  }

  boolean ranksBefore(Standing other) {
    return rankOrder(this, other) < 0;
  }
}
