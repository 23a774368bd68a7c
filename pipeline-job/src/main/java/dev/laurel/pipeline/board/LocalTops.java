package dev.laurel.pipeline.board;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The boards as far as the players of one task go: who leads each, and what of that was not shared
 * yet. All of it is derived from the players' books: nothing here is state. A scan of the players
 * collects what is not known: every open board after a start, a board whose reserve runs out, and a
 * closed board that a late event touches after it was let go from the heap.
 */
public final class LocalTops {
  private final BoardPlan plan;
  private final boolean ranksGlobal;
  private final boolean ranksGames;
  private final boolean ranksEveryone;
  private final int reserve;
  private final TopIndex index = new TopIndex();
  private final ShareTops shares;
  private final Collecting collecting = new Collecting();
  private final Set<Board> switchedOff = new LinkedHashSet<>();
  private final Closing closing;

  /** The tops of a task that knows nothing yet, all periods up to that watermark being closed. */
  public LocalTops(LocalTopsConfig config, long closedUpTo, Consumer<Share> out) {
    this.plan = config.plan();
    this.ranksGlobal = plan.ranks(Board.GLOBAL);
    this.ranksGames = plan.ranks("");
    this.ranksEveryone = plan.ranksEveryone();
    this.reserve = config.reserve();
    this.closing = new Closing(closedUpTo);
    this.shares =
        new ShareTops(
            config.players(),
            config.epoch(),
            new HeldClosed(config.mostClosedStandings(), index),
            out);
  }

  /** The watermark up to which periods are closed. */
  public long closedUpTo() {
    return closing.upTo();
  }

  /** Whether the period is closed. */
  public boolean isClosed(Period period, long firstDay) {
    return period.closesAt(firstDay) <= closing.upTo();
  }

  /** Whether there are boards of the period, or may be again. */
  public boolean keeps(Period period, long firstDay) {
    return plan.periods().contains(period) && period.forgottenAt(firstDay) > closing.upTo();
  }

  private boolean ranks(String gameId) {
    return gameId.equals(Board.GLOBAL) ? ranksGlobal : ranksGames;
  }

  /**
   * Moves a player on the board of everyone and on that of a region.
   *
   * @param region that counts on these boards; null for none
   * @param collects whether a scan that goes on has passed the player
   */
  public void move(
      Shown player,
      String gameId,
      Period period,
      long firstDay,
      String region,
      Place before,
      Place after,
      boolean collects) {
    if (!ranks(gameId) || !keeps(period, firstDay)) {
      return;
    }
    if (ranksEveryone) {
      LocalTop top = top(gameId, Board.EVERYONE, period, firstDay);
      moveOn(top, player, region, before, after, collects);
    }
    if (region != null && plan.ranksRegion(region)) {
      LocalTop top = top(gameId, region, period, firstDay);
      moveOn(top, player, region, before, after, collects);
    }
  }

  /** Moves a player from the board of one region to that of another. */
  public void changeRegion(
      Shown player,
      String gameId,
      Period period,
      long firstDay,
      String from,
      String to,
      Place place,
      boolean collects) {
    if (!ranks(gameId) || !keeps(period, firstDay)) {
      return;
    }
    if (ranksEveryone) {
      moveOn(top(gameId, Board.EVERYONE, period, firstDay), player, to, place, place, collects);
    }
    if (from != null && plan.ranksRegion(from)) {
      moveOn(top(gameId, from, period, firstDay), player, from, place, null, collects);
    }
    if (to != null && plan.ranksRegion(to)) {
      moveOn(top(gameId, to, period, firstDay), player, to, null, place, collects);
    }
  }

  private void moveOn(
      LocalTop top, Shown player, String region, Place before, Place after, boolean collects) {
    top.move(player, region, before, after, collects);
    if (top.isKnown()) {
      shares.note(top);
    } else {
      collecting.want(top);
    }
    if (top.runsShort()) {
      collecting.want(top);
    }
  }

  /** Takes in a player whom the scan has come to, for the boards that it collects. */
  public void collect(
      Shown player, String gameId, Period period, long firstDay, String region, Place place) {
    if (!ranks(gameId) || !keeps(period, firstDay)) {
      return;
    }
    if (ranksEveryone) {
      collectOn(player, gameId, period, firstDay, Board.EVERYONE, region, place);
    }
    if (region != null && plan.ranksRegion(region)) {
      collectOn(player, gameId, period, firstDay, region, region, place);
    }
  }

  private void collectOn(
      Shown player,
      String gameId,
      Period period,
      long firstDay,
      String boardRegion,
      String region,
      Place place) {
    LocalTop top =
        collecting.scan().creates(isClosed(period, firstDay), period, firstDay)
            ? top(gameId, boardRegion, period, firstDay)
            : index.find(gameId, boardRegion, period, firstDay);
    if (top != null && top.isCollecting()) {
      top.collect(player, region, place);
    }
  }

  private LocalTop top(String gameId, String region, Period period, long firstDay) {
    LocalTop known = index.find(gameId, region, period, firstDay);
    if (known != null) {
      return known;
    }
    LocalTop added = newTop(gameId, region, period, firstDay);
    index.put(added);
    return added;
  }

  private LocalTop newTop(String gameId, String region, Period period, long firstDay) {
    LocalTop top =
        new LocalTop(Board.of(gameId, region, period, firstDay), plan.topSize(), reserve);
    if (isClosed(period, firstDay)) {
      top.close();
      if (collecting.scan().asNews()) {
        top.owe();
      }
    } else {
      closing.opened(top);
    }
    if (collecting.beginsWith(top)) {
      collecting.add(top);
    } else if (!top.isClosed()) {
      top.begin();
    }
    return top;
  }

  /**
   * Sees to it that a board is shared: what was told of it before the start may be more. A board
   * that the plan has no more stays as it was told, until it has it again.
   */
  public void want(Board board) {
    if (!plan.has(board)) {
      switchedOff.add(board);
    } else if (keeps(board.lasting(), board.firstDay())) {
      LocalTop top = top(board.gameId(), board.region(), board.lasting(), board.firstDay());
      top.owe();
      collecting.want(top);
    }
  }

  /** Whether boards have to be collected. */
  public boolean wantsScan() {
    return collecting.wantsAny();
  }

  /** Begins to collect; from now on a scan goes through all players once. */
  public void startScan(Collect what) {
    collecting.start(what);
  }

  /** The scan has come to its end: what it collected is known. */
  public void finishScan() {
    for (LocalTop top : collecting.finish()) {
      shares.note(top);
      if (top.runsShort()) {
        collecting.want(top);
      }
    }
  }

  /** Whether every open board is known: since the first scan. */
  public boolean knowsOpen() {
    return collecting.knowsOpen();
  }

  /** The least day that a board that is being collected counts. */
  public long firstDayCollected() {
    return collecting.firstDay();
  }

  /** How many open boards there are whose top changed. */
  public int changedOpen() {
    return shares.changedOpen();
  }

  /** Shares open boards whose top changed, some at a time; tells whether all have been shared. */
  public boolean shareOpen(int most) {
    return shares.shareOpen(most);
  }

  /** Shares the totals of open boards of which nothing else changed. */
  public void shareTotals() {
    shares.shareTotals();
  }

  /** Shares the closed boards that changed, and lets those go that take too much of the heap. */
  public void shareClosed() {
    shares.shareClosed();
    // What a scan passes over as known has to be known at its end.
    if (!collecting.scan().createsClosed()) {
      shares.letGo(this::isNeeded);
    }
  }

  private boolean isNeeded(LocalTop top) {
    return collecting.needs(top) || !closing.isClosed(top);
  }

  /** The boards on which players moved that were not shared since: to be wanted after a restart. */
  public List<Board> unshared() {
    Stream<Board> owed =
        Stream.concat(shares.changed(), collecting.all())
            .filter(LocalTop::owes)
            .map(LocalTop::board);
    Stream<Board> off =
        switchedOff.stream()
            .filter(board -> board.lasting().forgottenAt(board.firstDay()) > closing.upTo());
    return Stream.concat(owed, off).distinct().toList();
  }

  /** How many boards are open whose periods have closed at that watermark. */
  public int waitingToClose(long watermark) {
    return closing.waiting(watermark);
  }

  /**
   * Closes periods up to a watermark, some boards at a time; tells whether all are closed. A board
   * that a scan is collecting has to wait for its end.
   */
  public boolean close(long watermark, int most) {
    if (!collecting.knowsOpen()) {
      return false;
    }
    for (int closed = 0; closed < most; closed++) {
      LocalTop next = closing.next(watermark).orElse(null);
      if (next == null) {
        closing.closedUpTo(watermark);
        return true;
      }
      if (collecting.needs(next)) {
        return false;
      }
      closing.remove(next);
      next.close();
      shares.shareClosed(next);
    }
    return false;
  }

  /**
   * Tells the tasks that merge that all shares of a kind since the start have been told.
   *
   * @param anew whether every board was shared, not only those that changed
   */
  public void tellComplete(Share.Kind kind, boolean anew) {
    shares.tellComplete(kind, anew);
  }
}
