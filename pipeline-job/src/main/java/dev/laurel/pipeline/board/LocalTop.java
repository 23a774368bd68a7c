package dev.laurel.pipeline.board;

import static dev.laurel.pipeline.board.Share.Kind.OPEN;

import java.util.List;

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
  private boolean topChanged;
  private boolean moved;
  private boolean closed;

  /** Whether it is among {@link ChangedTops}, for its top or for its total. */
  boolean isQueued;

  boolean isTotalQueued;

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
    topChanged = true;
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
      topChanged |= leaders.move(player, region, before, after);
      changed |= topChanged || entering != 0;
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
    topChanged = true;
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

  /** Whether it changed since it was shared, be it only in its total. */
  boolean hasChanged() {
    return changed;
  }

  boolean isOpenAndChanged() {
    return changed && !closed;
  }

  /** Whether who leads changed since it was shared. */
  boolean topHasChanged() {
    return topChanged;
  }

  /** Standings held, a measure of the heap it takes. */
  int held() {
    return leaders == null ? 0 : leaders.held();
  }

  /**
   * The whole share as it is now, of a closed board. What goes with it is not kept: closed boards
   * are many, seldom change and are shared whole.
   */
  Share closed(KeyGroups players, long epoch) {
    Share.Kind kind = moved ? Share.Kind.CLOSED : Share.Kind.CLOSED_AGAIN;
    moved = false;
    Share share = whole(players, epoch, kind);
    told = null;
    leaders.forgetTop();
    return share;
  }

  /** The whole share as it is now. */
  Share whole(KeyGroups players, long epoch, Share.Kind kind) {
    changed = false;
    topChanged = false;
    told = leaders.top();
    return Share.whole(board, players, epoch, kind, total, told);
  }

  /** What changed since it was shared last, for an open board. */
  Share changes(KeyGroups players, long epoch) {
    moved = false;
    if (told == null) {
      return whole(players, epoch, OPEN);
    }
    changed = false;
    if (!topChanged) {
      return Share.total(board, players, epoch, total);
    }
    topChanged = false;
    int from = leaders.changedFrom();
    int to = leaders.changedTo();
    List<Standing> now = leaders.top();
    ChangedPlaces places = ChangedPlaces.between(told, now, from, to);
    told = now;
    return new Share(
        board,
        players,
        epoch,
        OPEN,
        false,
        total,
        places.come().stream().map(now::get).toList(),
        places.come(),
        places.gone());
  }
}
