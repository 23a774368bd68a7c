package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.board.Collect;
import dev.laurel.pipeline.board.LocalTops;
import dev.laurel.pipeline.board.Period;
import dev.laurel.pipeline.board.Share;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * What a task of the ledger does beside taking events, in slices of a few milliseconds: collect
 * what is not known of boards, share what changed, close what has ended.
 *
 * <p>After a start the open boards come first. Then, if other tasks hold the players now or other
 * boards are wanted, the closed boards, a month at a time. After that whatever is wanted.
 */
final class Duties {
  /** How long a scan rests where events come: more than half of the time is left to them. */
  static final Duration REST_FOR_EVENTS = Duration.ofMillis(6);

  /** How long it rests where none do: after a start, boards wait for nothing else. */
  static final Duration REST = Duration.ofMillis(1);

  /** How often changes are shared that nobody waits for: of totals, and of closed boards. */
  static final Duration SHARE_QUIET_EVERY = Duration.ofSeconds(1);

  private static final int MOST_SHARES_A_TICK = 500;
  private static final int CLOSINGS_A_TICK = 100;

  /** Where more wait to be closed than that, as when a log of years is read, a part of them is. */
  private static final int PART_CLOSED_A_TICK = 4;

  private final LocalTops tops;
  private final ScanPlayers scan;
  private final int playersPerSlice;
  private final long oldestDay;
  private final boolean sharesClosedAnew;
  private final boolean rebuildsAgain;
  private boolean hasMonthsLeft;
  private long rebuiltUpTo;
  private int sharesLeft;
  private boolean tellsEveryOpen;
  private boolean openTold;
  private boolean closedTold;
  private long reached;
  private long forwarded = Long.MIN_VALUE;
  private boolean ended;
  private boolean eventsCame;

  Duties(LocalTops tops, ScanPlayers scan, Restored restored, int playersPerSlice) {
    this.tops = tops;
    this.scan = scan;
    this.playersPerSlice = playersPerSlice;
    this.oldestDay = restored.oldestDay();
    this.reached = restored.closedUpTo();
    this.sharesClosedAnew = restored.rebuilds();
    this.hasMonthsLeft = restored.rebuilds();
    this.rebuildsAgain = restored.rebuildsAgain();
    this.rebuiltUpTo = oldestDay == Long.MAX_VALUE ? Long.MAX_VALUE : firstMonth(oldestDay);
    restored.unshared().forEach(tops::want);
  }

  private static long firstMonth(long day) {
    return Books.monthOf(Period.firstDayOfAll(day));
  }

  /** Whether closed boards are still to be shared anew. */
  boolean isRebuilding() {
    return sharesClosedAnew && !closedTold;
  }

  /** Begins a scan, if none goes on and there is something to collect; tells whether it did. */
  boolean startScan() throws Exception {
    return !scan.isRunning() && startNext();
  }

  /** Goes on with the scan; tells whether it is to go on. */
  boolean onSlice() throws Exception {
    return !scan.next(playersPerSlice);
  }

  /** Takes note that an event was taken. */
  void noteEvent() {
    eventsCame = true;
  }

  /** How long to rest before the scan goes on. */
  Duration restFromScan() {
    Duration rest = eventsCame ? REST_FOR_EVENTS : REST;
    eventsCame = false;
    return rest;
  }

  private boolean startNext() throws Exception {
    if (!tops.knowsOpen()) {
      scan.start(Collect.OPEN);
    } else if (hasMonthsLeft && rebuildsMore()) {
      scan.start(
          Collect.closed(
              Books.firstDayOf(rebuiltUpTo), Books.firstDayOf(rebuiltUpTo + 1), rebuildsAgain));
      rebuiltUpTo++;
    } else if (tops.wantsScan()) {
      scan.start(Collect.NOTHING);
    }
    return scan.isRunning();
  }

  private boolean rebuildsMore() {
    if (tops.closedUpTo() > 0 && rebuiltUpTo <= Books.monthOf(Period.dayOf(tops.closedUpTo()))) {
      return true;
    }
    hasMonthsLeft = false;
    return false;
  }

  /** Begins to share what has changed by now, unless what had changed before is still shared. */
  void tell() {
    if (sharesLeft == 0) {
      sharesLeft = tops.changedOpen();
      tellsEveryOpen = tops.knowsOpen();
    }
    share();
  }

  /** Goes on sharing, and says so when all has been shared that had to be since the start. */
  void share() {
    int most = Math.min(sharesLeft, MOST_SHARES_A_TICK);
    sharesLeft = tops.shareOpen(most) ? 0 : sharesLeft - most;
    if (sharesLeft == 0 && tellsEveryOpen && !openTold) {
      tops.tellComplete(Share.Kind.OPEN_COMPLETE, true);
      openTold = true;
    }
    if (openTold && !hasMonthsLeft && !scan.isRunning() && !closedTold) {
      tops.shareClosed();
      tops.tellComplete(Share.Kind.CLOSED_COMPLETE, sharesClosedAnew);
      closedTold = true;
    }
  }

  /** Takes note of a watermark; the one that ends the log closes nothing by itself. */
  void reach(long watermark) {
    if (watermark == Long.MAX_VALUE) {
      ended = true;
    } else {
      reached = Math.max(reached, watermark);
    }
  }

  /**
   * Closes boards that have ended, some at a time; the watermark up to which none is left. To be
   * asked until there is none.
   */
  OptionalLong closeWhatEnded() {
    if (reached > forwarded) {
      return tops.close(reached, ended ? Integer.MAX_VALUE : mostClosings())
          ? forward(reached)
          : OptionalLong.empty();
    }
    return ended && forwarded < Long.MAX_VALUE ? forward(Long.MAX_VALUE) : OptionalLong.empty();
  }

  private int mostClosings() {
    return Math.max(CLOSINGS_A_TICK, tops.waitingToClose(reached) / PART_CLOSED_A_TICK);
  }

  private OptionalLong forward(long watermark) {
    forwarded = watermark;
    return OptionalLong.of(watermark);
  }

  /** Does all that is left at once. */
  void finish() throws Exception {
    while (scan.isRunning() || startNext()) {
      boolean unused = scan.next(Integer.MAX_VALUE);
    }
    boolean unused = tops.shareOpen(Integer.MAX_VALUE);
    sharesLeft = 0;
    tell();
    shareQuiet();
  }

  /** Shares changes of totals and of closed boards. */
  void shareQuiet() {
    tops.shareTotals();
    tops.shareClosed();
  }

  void close() {
    scan.close();
  }
}
