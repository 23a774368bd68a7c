package dev.laurel.pipeline.board;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * The best standings among some players on one board, with a reserve behind the top: entries may
 * leave or fall until the reserve is used up, and the top is still exact. Derived from the players'
 * books and collected from them at any time; lives on the heap.
 *
 * <p>What makes it exact: every standing that is not held ranks behind every one that is ({@code
 * complete} says that there are none). A standing that comes in is held if it ranks before the last
 * one held; a held one that falls behind the last is let go, since standings that are not held
 * might rank before it. So the held ones are always the best, only fewer and fewer, and before they
 * are fewer than a top ({@link #runsShort}) they should be collected again.
 *
 * <p>A sorted array: who changes is found by the place they had, so there is no map of players, and
 * who ranks behind the last one, as nearly everyone does, costs one comparison and no object.
 */
final class Leaders {
  private static final int FIRST_LENGTH = 8;

  private final int topSize;
  private final int reserve;
  private Standing[] ranked = new Standing[FIRST_LENGTH];
  private int size;
  private boolean complete = true;

  /** The leaders of nobody. */
  Leaders(int topSize, int reserve) {
    this.topSize = topSize;
    this.reserve = reserve;
  }

  /**
   * Moves a player from one place to another; tells whether that can have changed the top.
   *
   * @param before the place the player had; null if there was none
   * @param after the place the player has; null if there is none any more
   */
  boolean move(Shown player, String region, Place before, Place after) {
    int from = before == null ? -1 : search(player.playerId(), before);
    int to = after == null ? -1 : search(player.playerId(), after);
    if (to >= 0 && to != from) {
      throw new IllegalStateException(
          player.playerId() + " stands at " + after + " already, expected " + before);
    }
    boolean belongs = after != null && (complete || to >= 0 || -to - 1 < size);
    if (from < 0 && !belongs) {
      return false;
    }
    if (from >= 0) {
      removeAt(from);
    }
    int first = from >= 0 ? from : size;
    if (belongs) {
      first = Math.min(first, insert(player, region, after));
    }
    return first < topSize;
  }

  /** Whether the top is or will soon be short of standings that exist but are not held. */
  boolean runsShort() {
    return !complete && size < topSize + reserve / 4;
  }

  /** The top, in rank order. */
  List<Standing> top() {
    return List.of(Arrays.copyOf(ranked, Math.min(size, topSize)));
  }

  /** How many standings are held. */
  int held() {
    return size;
  }

  private int insert(Shown player, String region, Place after) {
    int at = -search(player.playerId(), after) - 1;
    if (size == ranked.length) {
      ranked = Arrays.copyOf(ranked, Math.min(2 * size, topSize + reserve + 1));
    }
    System.arraycopy(ranked, at, ranked, at + 1, size - at);
    ranked[at] =
        new Standing(
            player.playerId(),
            after.score(),
            Instant.ofEpochMilli(after.reachedAt()),
            player.username(),
            region);
    size++;
    if (size > topSize + reserve) {
      removeAt(size - 1);
      complete = false;
    }
    return at;
  }

  private void removeAt(int at) {
    size--;
    System.arraycopy(ranked, at + 1, ranked, at, size - at);
    ranked[size] = null;
  }

  /** Index of the standing, or {@code -(where it would stand) - 1}. */
  private int search(String playerId, Place place) {
    if (size > 0 && place.compareTo(playerId, ranked[size - 1]) > 0) {
      return -size - 1;
    }
    int low = 0;
    int high = size - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = place.compareTo(playerId, ranked[middle]);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        high = middle - 1;
      } else {
        low = middle + 1;
      }
    }
    return -low - 1;
  }
}
