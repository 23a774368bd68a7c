package dev.laurel.pipeline.board;

import dev.laurel.pipeline.bytes.SharedTexts;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;

/**
 * The tops of open boards: merged of what tasks share, and published when they changed; at once
 * after a quiet time, else once every {@code publishEvery}; less often where that would take more
 * than a quarter of the task's time, since then it is shares that wait.
 *
 * <p>Nothing of them is state but that somebody is shown: {@link ShownBoards}. After a start the
 * ledger shares every open board anew and tells when it has; until then none is published but what
 * closes, and then each is published whole, changed or not: readers may hold a later version than
 * the last checkpoint, of changes that have come to nothing since.
 */
final class OpenTops {
  /** How long it rests after publishing, as many times as long as that took. */
  private static final int REST = 3;

  /** A player stands on up to sixteen boards, most of which change together. */
  private static final int KNOWN_TEXTS = 1 << 14;

  /** Boards that are due within so many milliseconds are published together. */
  private static final long TOGETHER_MILLIS = 10;

  private final int topSize;
  private final long publishEveryMillis;
  private final Progress progress;
  private final ProcessingTimeService clock;
  private final ShownBoards shown;
  private final BiConsumer<BoardTop, RankChange> out;
  private final FinalStandings finals;
  private final Map<Board, OpenBoard> open = new HashMap<>();
  private final TreeMap<Long, Set<OpenBoard>> byClosingTime = new TreeMap<>();
  private final PublicationQueue queue = new PublicationQueue();
  private final Coverage coverage = new Coverage();
  private final SharedTexts texts = new SharedTexts(KNOWN_TEXTS);
  private long timerAt = Long.MAX_VALUE;
  private long restFrom = Long.MAX_VALUE;
  private long restUntil;

  /**
   * The tops that a task publishes.
   *
   * @param finals know what tasks have closed a board with, and see to those that everyone has left
   */
  OpenTops(
      int topSize,
      long publishEveryMillis,
      Progress progress,
      ProcessingTimeService clock,
      ShownBoards shown,
      FinalStandings finals,
      BiConsumer<BoardTop, RankChange> out) {
    this.topSize = topSize;
    this.publishEveryMillis = publishEveryMillis;
    this.progress = progress;
    this.clock = clock;
    this.shown = shown;
    this.out = out;
    this.finals = finals;
  }

  /** Takes in a share of a board that is open. */
  void take(Share share) throws Exception {
    OpenBoard board = openBoard(share.board());
    board.take(share.with(texts));
    boolean mayShowAnybody = share.total() > 0 || board.published().isEmpty();
    if (mayShowAnybody && board.noteAnybody()) {
      shown.note(board.board(), true);
    }
    long now = now();
    long at = board.earliestAfter(now, publishEveryMillis);
    queue.add(
        board,
        at == now
            ? now
            : Math.floorDiv(at + TOGETHER_MILLIS - 1, TOGETHER_MILLIS) * TOGETHER_MILLIS);
    publishLater();
  }

  /** Takes in the last share of a board that closes. */
  void takeLast(Share share) throws Exception {
    if (open.containsKey(share.board())) {
      take(share);
    }
  }

  private OpenBoard openBoard(Board name) throws Exception {
    OpenBoard known = open.get(name);
    return known == null ? begin(name) : known;
  }

  /**
   * Begins with what tasks have closed the board with since the start: soon after it, or where a
   * log is read fast, that may be the first that a task shares.
   */
  private OpenBoard begin(Board name) throws Exception {
    OpenBoard board = new OpenBoard(name, topSize);
    for (Share share : finals.closedWith(name)) {
      board.take(share.with(texts));
    }
    open.put(name, board);
    byClosingTime.computeIfAbsent(name.closesAt(), at -> new HashSet<>()).add(board);
    return board;
  }

  /**
   * A task has shared every open board. Once all tasks have, also the boards are published that no
   * task has shared as open: nobody is left on them, or they have closed.
   */
  void cover(KeyGroups players) throws Exception {
    boolean wasWhole = coverage.isWhole();
    coverage.add(players);
    if (!wasWhole && coverage.isWhole()) {
      for (Board board : shown.all()) {
        queue.add(openBoard(board), now());
      }
      forgetClosed();
      publishLater();
    }
  }

  /** Sees to it that the queue is looked at when the next board is due. */
  private void publishLater() {
    long due = queue.nextDue().orElse(Long.MAX_VALUE);
    boolean clockWasPutBack = now() < restFrom;
    long at = clockWasPutBack ? due : Math.max(due, restUntil);
    if (at < timerAt && coverage.isWhole()) {
      timerAt = at;
      var unused = clock.registerTimer(at, time -> publishDue());
    }
  }

  private void publishDue() throws Exception {
    timerAt = Long.MAX_VALUE;
    long begun = now();
    for (OpenBoard board : queue.due(begun)) {
      publish(board);
    }
    restFrom = now();
    restUntil = restFrom + REST * (restFrom - begun);
    publishLater();
  }

  private void publish(OpenBoard board) throws Exception {
    long total = board.total();
    BoardTop last = board.published().orElse(null);
    List<Standing> top = board.merged();
    if (last != null && last.shows(total, top)) {
      return;
    }
    Instant now = Instant.ofEpochMilli(now());
    long version = Versions.next(last == null ? 0 : last.version(), now);
    BoardTop next = new BoardTop(board.board(), version, now, progress.asOf(now), total, top);
    board.publish(next);
    if (total == 0 && board.board().lasting() == Period.ALL_TIME) {
      board.noteNobody();
      shown.note(board.board(), false);
    }
    out.accept(next, last == null ? RankChange.whole(next) : RankChange.between(last, next));
  }

  /**
   * Publishes boards that have closed for the last time, and forgets them. They are complete also
   * soon after a start: before the watermark comes, every task has told what it closed them with.
   */
  void forgetClosed() throws Exception {
    while (!byClosingTime.isEmpty() && byClosingTime.firstKey() <= progress.watermark()) {
      for (OpenBoard board : byClosingTime.pollFirstEntry().getValue()) {
        if (queue.remove(board)) {
          publish(board);
        }
        open.remove(board.board());
        shown.note(board.board(), false);
        if (board.total() == 0) {
          finals.closeEmpty(board.board());
        }
      }
    }
  }

  /** Publishes all that is left. */
  void finish() throws Exception {
    for (OpenBoard board : queue.due(Long.MAX_VALUE)) {
      publish(board);
    }
  }

  private long now() {
    return clock.getCurrentProcessingTime();
  }
}
