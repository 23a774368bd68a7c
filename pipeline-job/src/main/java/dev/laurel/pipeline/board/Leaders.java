package dev.laurel.pipeline.board;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The best standings of a shard, with a reserve behind the top: entries may leave or fall until the
 * reserve is used up, and the top is still exact. Derived from the shard's standings and rebuilt
 * from them at any time; lives on the heap.
 *
 * <p>What makes it exact: every standing that is not held ranks behind every one that is ({@code
 * complete} says that there are none). A standing that comes in is held if it ranks before the last
 * one held; a held one that falls behind the last is let go, since standings that are not held
 * might rank before it. So the held ones are always the best, only fewer and fewer, and once they
 * are fewer than a top ({@link #isShort}) they must be collected again.
 *
 * <p>Costs a logarithm of {@code topSize + RESERVE} a change.
 */
final class Leaders {
  /** Held behind the top: so many may leave before the shard has to be read again. */
  static final int RESERVE = 100;

  private final int topSize;
  private final TreeSet<Standing> ranked = new TreeSet<>(Standing.RANK_ORDER);
  private final Map<String, Standing> byPlayer = new HashMap<>();
  private boolean complete = true;

  /** The leaders of nobody. */
  Leaders(int topSize) {
    this.topSize = topSize;
  }

  /** Collects the leaders of these standings. */
  static Leaders among(Iterable<Standing> standings, int topSize) {
    Leaders leaders = new Leaders(topSize);
    standings.forEach(leaders::put);
    return leaders;
  }

  /**
   * Takes in a player's standing, new or changed; tells whether that can have changed the held
   * ones.
   */
  boolean put(Standing standing) {
    boolean belongs = complete || (!ranked.isEmpty() && !ranked.last().ranksBefore(standing));
    boolean held = forget(standing.playerId());
    if (!belongs) {
      return held;
    }
    ranked.add(standing);
    byPlayer.put(standing.playerId(), standing);
    if (ranked.size() > topSize + RESERVE) {
      forget(ranked.last().playerId());
      complete = false;
    }
    return true;
  }

  /** Takes a player out; tells whether that can have changed the held ones. */
  boolean remove(String playerId) {
    return forget(playerId);
  }

  /** Whether there may be standings that belong into the top and are not held. */
  boolean isShort() {
    return !complete && ranked.size() < topSize;
  }

  /** The top, in rank order. */
  List<Standing> top() {
    return ranked.stream().limit(topSize).toList();
  }

  private boolean forget(String playerId) {
    Standing old = byPlayer.remove(playerId);
    return old != null && ranked.remove(old);
  }
}
