package dev.laurel.pipeline.board;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One board as far as the players of this task go: how many there are and who leads. It is known
 * from the moment a scan of the players has collected it; while another scan collects it again,
 * what is known goes on being kept.
 */
final class LocalTop {
  private final Board board;
  private final int topSize;
  private final int reserve;
  private Leaders leaders;
  private long total;
  private Leaders collecting;
  private long collected;
  private List<Standing> told;
  private boolean changed;
  private boolean moved;
  private boolean closed;

  LocalTop(Board board, int topSize, int reserve) {
    this.board = board;
    this.topSize = topSize;
    this.reserve = reserve;
  }

  Board board() {
    return board;
  }

  /** Makes it known: nobody stands on it yet. */
  void begin() {
    leaders = new Leaders(topSize, reserve);
    changed = true;
  }

  /**
   * Moves a player.
   *
   * @param collects whether the scan that collects the board has passed the player
   */
  void move(Shown player, String region, Place before, Place after, boolean collects) {
    moved = true;
    int entering = (after == null ? 0 : 1) - (before == null ? 0 : 1);
    if (leaders != null) {
      boolean leads = leaders.move(player, region, before, after);
      changed |= leads || entering != 0;
      total += entering;
    }
    if (collecting != null && collects) {
      boolean unused = collecting.move(player, region, before, after);
      collected += entering;
    }
  }

  /** Has it shared although nobody may be left on it: players moved who were not shared. */
  void owe() {
    moved = true;
  }

  /** Whether players moved since it was shared. */
  boolean owes() {
    return moved;
  }

  /** From now on it is a closed board's. */
  void close() {
    closed = true;
  }

  boolean isClosed() {
    return closed;
  }

  void startCollecting() {
    collecting = new Leaders(topSize, reserve);
    collected = 0;
  }

  /** Takes in a player whom the scan has come to. */
  void collect(Shown player, String region, Place place) {
    boolean unused = collecting.move(player, region, null, place);
    collected++;
  }

  void finishCollecting() {
    leaders = collecting;
    total = collected;
    collecting = null;
    changed = true;
  }

  boolean isKnown() {
    return leaders != null;
  }

  boolean isCollecting() {
    return collecting != null;
  }

  /** Whether it should be collected again, because its reserve is running out. */
  boolean runsShort() {
    return leaders != null && collecting == null && leaders.runsShort();
  }

  boolean hasChanged() {
    return changed;
  }

  /** Standings held, a measure of the heap it takes. */
  int held() {
    return leaders == null ? 0 : leaders.held();
  }

  /** The whole share as it is now, of a closed board. */
  Share closed(KeyGroups players, long epoch) {
    Share.Kind kind = moved ? Share.Kind.CLOSED : Share.Kind.CLOSED_AGAIN;
    moved = false;
    return whole(players, epoch, kind);
  }

  /** The whole share as it is now. */
  Share whole(KeyGroups players, long epoch, Share.Kind kind) {
    changed = false;
    told = leaders.top();
    return new Share(board, players, epoch, kind, true, total, told, List.of());
  }

  /** What changed since it was shared last, for an open board. */
  Share changes(KeyGroups players, long epoch) {
    moved = false;
    if (told == null) {
      return whole(players, epoch, Share.Kind.OPEN);
    }
    changed = false;
    List<Standing> now = leaders.top();
    List<Standing> entries = new ArrayList<>();
    Set<String> left = new LinkedHashSet<>();
    compare(told, now, entries, left);
    entries.forEach(entry -> left.remove(entry.playerId()));
    told = now;
    return new Share(
        board, players, epoch, Share.Kind.OPEN, false, total, entries, List.copyOf(left));
  }

  /**
   * Finds the standings that are only in one of two tops. Both are in rank order, and what did not
   * change is the same object, so one walk through both does.
   */
  @SuppressWarnings("ReferenceEquality") // what is the same object has not changed
  private static void compare(
      List<Standing> before, List<Standing> after, List<Standing> come, Set<String> gone) {
    int old = 0;
    for (Standing next : after) {
      if (old < before.size() && before.get(old) == next) {
        old++;
        continue;
      }
      while (old < before.size() && before.get(old).ranksBefore(next)) {
        gone.add(before.get(old++).playerId());
      }
      if (old < before.size() && before.get(old) == next) {
        old++;
      } else {
        come.add(next);
      }
    }
    while (old < before.size()) {
      gone.add(before.get(old++).playerId());
    }
  }
}
