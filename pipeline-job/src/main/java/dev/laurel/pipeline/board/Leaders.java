package dev.laurel.pipeline.board;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
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
 * <p>Sorted arrays: who changes is found by the place they had, so there is no map of players, and
 * who ranks behind the last one, as nearly everyone does, costs one comparison and no object. The
 * scores and times stand in arrays of their own, side by side, because boards are many and events
 * wait for memory more than for anything else; and who moves moves by number, because moving
 * references about an old array makes work for the garbage collector.
 */
final class Leaders {
  private static final int FIRST_LENGTH = 8;
  private static final Standing[] NOBODY = {};

  private final int topSize;
  private final int reserve;
  private Held[] held = new Held[FIRST_LENGTH];
  private int[] ranked = grown(new int[0], FIRST_LENGTH);
  private long[] scores = new long[FIRST_LENGTH];
  private long[] times = new long[FIRST_LENGTH];
  private int size;
  private long lastScore = Long.MIN_VALUE;
  private long lastTime = Long.MAX_VALUE;
  private boolean complete = true;
  private Standing[] asked = NOBODY;
  private int changedFrom;
  private int changedTo = Integer.MAX_VALUE;

  /** Who is held, and their standing once it was asked for since they moved. */
  private static final class Held {
    private final String playerId;
    private Shown player;
    private String region;
    private Standing standing;

    Held(Shown player) {
      this.playerId = player.playerId();
    }

    /** Writes only what is another: see {@link Leaders}. */
    @SuppressWarnings("ReferenceEquality")
    void move(Shown newPlayer, String newRegion) {
      if (player != newPlayer) {
        player = newPlayer;
      }
      if (region != newRegion) {
        region = newRegion;
      }
      standing = null;
    }
  }

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
    boolean mayBeHeld = before != null && !ranksBehindLast(before);
    boolean mayBelong = after != null && (complete || !ranksBehindLast(after));
    if (!mayBeHeld && !mayBelong) {
      return false;
    }
    int from = mayBeHeld ? search(player.playerId(), before) : -1;
    int to = mayBelong ? search(player.playerId(), after) : -1;
    if (to >= 0 && to != from) {
      throw new IllegalStateException(
          player.playerId() + " stands at " + after + " already, expected " + before);
    }
    boolean belongs = mayBelong && (complete || to >= 0 || -to - 1 < size);
    if (from < 0 && !belongs) {
      return false;
    }
    int first = belongs ? put(player, region, after, from, to >= 0 ? to : -to - 1) : from;
    if (!belongs) {
      removeAt(from);
      changed(from, Integer.MAX_VALUE);
    }
    lastScore = size == 0 ? Long.MIN_VALUE : scores[size - 1];
    lastTime = size == 0 ? Long.MAX_VALUE : times[size - 1];
    return first < topSize;
  }

  /** Whether the top is or will soon be short of standings that exist but are not held. */
  boolean runsShort() {
    return !complete && size < topSize + reserve / 4;
  }

  /** The first place at which the top may be another than when it was asked for. */
  int changedFrom() {
    return changedFrom;
  }

  /** The place from which on it is the same again; the greatest number if it is not. */
  int changedTo() {
    return changedTo;
  }

  private void changed(int first, int end) {
    if (first < topSize) {
      changedFrom = Math.min(changedFrom, first);
      changedTo = Math.max(changedTo, end);
    }
  }

  /**
   * The top, in rank order; who did not move since it was asked for is the same object. Most of
   * those who move do so by a few places, so most of the top is taken as it was.
   */
  List<Standing> top() {
    Standing[] top = Arrays.copyOf(asked, Math.min(size, topSize));
    for (int at = changedFrom; at < Math.min(changedTo, top.length); at++) {
      Held next = held[ranked[at]];
      if (next.standing == null) {
        next.standing =
            new Standing(
                next.playerId,
                scores[at],
                Instant.ofEpochMilli(times[at]),
                next.player.username(),
                next.region);
      }
      top[at] = next.standing;
    }
    asked = top;
    changedFrom = Integer.MAX_VALUE;
    changedTo = 0;
    return Collections.unmodifiableList(Arrays.asList(top));
  }

  /** Keeps nothing of the top that was asked for. */
  void forgetTop() {
    for (int at = 0; at < size; at++) {
      held[ranked[at]].standing = null;
    }
    asked = NOBODY;
    changedFrom = 0;
    changedTo = Integer.MAX_VALUE;
  }

  /** How many standings are held. */
  int held() {
    return size;
  }

  /** Whether nobody of that place can be held; not said of all who are not. */
  private boolean ranksBehindLast(Place place) {
    return place.score() < lastScore
        || (place.score() == lastScore && place.reachedAt() > lastTime);
  }

  /**
   * Puts a player, who was held at a place or is not yet (-1), where they belong among those who
   * are held now; gives the first place at which the order is another.
   */
  private int put(Shown player, String region, Place place, int from, int before) {
    int at = from >= 0 && from < before ? before - 1 : before;
    int number;
    if (from < 0) {
      makeRoom();
      number = ranked[size];
      held[number] = new Held(player);
      shift(at, at + 1, size - at);
      size++;
    } else {
      number = ranked[from];
      if (from < at) {
        shift(from + 1, from, at - from);
      } else {
        shift(at, at + 1, from - at);
      }
    }
    if (from < 0) {
      changed(at, Integer.MAX_VALUE);
    } else {
      changed(Math.min(from, at), Math.max(from, at) + 1);
    }
    held[number].move(player, region);
    ranked[at] = number;
    scores[at] = place.score();
    times[at] = place.reachedAt();
    if (size > topSize + reserve) {
      removeAt(size - 1);
      complete = false;
    }
    return from < 0 ? at : Math.min(from, at);
  }

  /** Behind the ranked ones stand the numbers that are free. */
  private void makeRoom() {
    if (size == ranked.length) {
      int length = Math.min(2 * size, topSize + reserve + 1);
      held = Arrays.copyOf(held, length);
      ranked = grown(ranked, length);
      scores = Arrays.copyOf(scores, length);
      times = Arrays.copyOf(times, length);
    }
  }

  private static int[] grown(int[] numbers, int length) {
    int[] grown = Arrays.copyOf(numbers, length);
    for (int next = numbers.length; next < length; next++) {
      grown[next] = next;
    }
    return grown;
  }

  private void removeAt(int at) {
    int number = ranked[at];
    size--;
    shift(at + 1, at, size - at);
    ranked[size] = number;
    held[number] = null;
  }

  private void shift(int from, int to, int count) {
    System.arraycopy(ranked, from, ranked, to, count);
    System.arraycopy(scores, from, scores, to, count);
    System.arraycopy(times, from, times, to, count);
  }

  /** Index of the standing, or {@code -(where it would stand) - 1}. */
  private int search(String playerId, Place place) {
    int low = 0;
    int high = size - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = order(playerId, place, middle);
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

  /** Below 0 if a player of that place ranks before the one who is held there. */
  private int order(String playerId, Place place, int at) {
    if (place.score() != scores[at]) {
      return place.score() > scores[at] ? -1 : 1;
    }
    int byTime = Long.compare(place.reachedAt(), times[at]);
    return byTime != 0 ? byTime : playerId.compareTo(held[ranked[at]].playerId);
  }
}
