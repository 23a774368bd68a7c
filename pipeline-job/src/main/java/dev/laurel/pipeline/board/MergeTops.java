package dev.laurel.pipeline.board;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Merges what the tasks of the ledger share of a board into the board's top, and publishes it when
 * it changed: at once after a quiet time, else once every {@code publishEvery}. Once a board's
 * period is closed its standing is kept in revisions: {@link FinalStandings}.
 *
 * <p>Nothing of an open board is state but that somebody is shown on it: {@link ShownBoards}. After
 * a start the ledger shares every open board anew and tells when it has; until then none is
 * published, and then each is published whole, changed or not: readers may hold a later version
 * than the last checkpoint, of changes that have come to nothing since.
 */
public final class MergeTops extends AbstractStreamOperator<BoardTop>
    implements OneInputStreamOperator<Share, BoardTop>, Triggerable<Board, VoidNamespace> {
  private static final long serialVersionUID = 1L;

  /** How each published top differs from the one before. */
  public static final OutputTag<RankChange> RANK_CHANGES =
      new OutputTag<>("rank-changes") {
        private static final long serialVersionUID = 1L;
      };

  /** Standings of closed boards. */
  public static final OutputTag<FinalTop> FINALS =
      new OutputTag<>("finals") {
        private static final long serialVersionUID = 1L;
      };

  private final int topSize;
  private final long publishEveryMillis;
  private transient ListState<Long> closings;
  private transient long epoch;
  private transient ListState<Long> sharesSince;
  private transient FinalStandings.Start start;
  private transient Map<Board, OpenBoard> open;
  private transient TreeMap<Long, Set<OpenBoard>> byClosingTime;
  private transient PublicationQueue queue;
  private transient Coverage openCoverage;
  private transient FinalStandings finals;
  private transient ShownBoards shown;
  private transient long watermark;
  private transient long timerAt;

  public MergeTops(int topSize, Duration publishEvery) {
    this.topSize = topSize;
    this.publishEveryMillis = publishEvery.toMillis();
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    epoch = context.getRestoredCheckpointId().orElse(-1);
    closings = context.getOperatorStateStore().getUnionListState(longs("closed-up-to"));
    sharesSince = context.getOperatorStateStore().getUnionListState(longs("shares-since"));
    start = new FinalStandings.Start(epoch, least(closings), least(sharesSince));
    open = new HashMap<>();
    byClosingTime = new TreeMap<>();
    queue = new PublicationQueue();
    openCoverage = new Coverage();
    watermark = Long.MIN_VALUE;
    timerAt = Long.MAX_VALUE;
  }

  @Override
  public void open() throws Exception {
    super.open();
    shown = new ShownBoards(getRuntimeContext(), getKeyedStateBackend());
    finals =
        new FinalStandings(
            topSize,
            start,
            getRuntimeContext(),
            getInternalTimerService("finals", VoidNamespaceSerializer.INSTANCE, this),
            top -> output.collect(FINALS, new StreamRecord<>(top)));
  }

  @Override
  public void processElement(StreamRecord<Share> element) throws Exception {
    Share share = element.getValue();
    switch (share.kind()) {
      case OPEN -> takeOpen(share);
      case CLOSED, CLOSED_AGAIN -> takeClosed(share);
      case OPEN_COMPLETE -> {
        if (share.epoch() == epoch) {
          openCoverage.add(share.players());
          publishShown();
        }
      }
      case CLOSED_COMPLETE -> {
        if (share.epoch() == epoch) {
          finals.cover(share.players(), share.whole());
        }
      }
    }
  }

  private void takeOpen(Share share) throws Exception {
    if (share.epoch() != epoch) {
      return;
    }
    OpenBoard board = open.computeIfAbsent(share.board(), this::begin);
    board.take(share);
    if (share.total() > 0 && board.noteAnybody()) {
      shown.note(board.board(), true);
    }
    queue.add(board, board.earliestAfter(now(), publishEveryMillis));
    publishLater();
  }

  private void takeClosed(Share share) throws Exception {
    finals.take(share);
    if (open.containsKey(share.board())) {
      takeOpen(share);
    }
  }

  private OpenBoard begin(Board name) {
    OpenBoard board = new OpenBoard(name);
    byClosingTime.computeIfAbsent(name.closesAt(), at -> new HashSet<>()).add(board);
    return board;
  }

  /** Publishes, once all boards have been shared, also those on which nobody is left. */
  private void publishShown() {
    if (openCoverage.isWhole()) {
      for (Board board : shown.all()) {
        if (!open.containsKey(board)) {
          queue.add(open.computeIfAbsent(board, this::begin), now());
        }
      }
    }
    publishLater();
  }

  /** Sees to it that the queue is looked at when the next board is due. */
  private void publishLater() {
    long at = queue.nextDue().orElse(Long.MAX_VALUE);
    if (at < timerAt && openCoverage.isWhole()) {
      timerAt = at;
      var unused = getProcessingTimeService().registerTimer(at, time -> publishDue());
    }
  }

  private void publishDue() throws Exception {
    timerAt = Long.MAX_VALUE;
    for (OpenBoard board : queue.due(now())) {
      publish(board);
    }
    publishLater();
  }

  private void publish(OpenBoard board) throws Exception {
    long total = Part.total(board.parts());
    var top = Part.merge(board.parts(), topSize);
    BoardTop last = board.published().orElse(null);
    if (last != null && last.shows(total, top)) {
      return;
    }
    Instant now = Instant.ofEpochMilli(now());
    long version = Versions.next(last == null ? 0 : last.version(), now);
    BoardTop next = new BoardTop(board.board(), version, now, asOf(now), total, top);
    board.publish(next);
    if (total == 0) {
      board.noteNobody();
      shown.note(board.board(), false);
    }
    output.collect(new StreamRecord<>(next));
    output.collect(
        RANK_CHANGES,
        new StreamRecord<>(last == null ? RankChange.whole(next) : RankChange.between(last, next)));
  }

  /** The watermark; null before the first, and the clock at the end of a log that ends. */
  private Instant asOf(Instant now) {
    if (watermark == Long.MAX_VALUE) {
      return now;
    }
    return watermark < 0 ? null : Instant.ofEpochMilli(watermark);
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    watermark = mark.getTimestamp();
    finals.reach(watermark);
    if (watermark == Long.MAX_VALUE) {
      output.emitWatermark(mark);
    } else {
      forgetClosed();
      super.processWatermark(mark);
    }
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    closings.update(List.of(Math.max(start.closedUpTo(), watermark)));
    sharesSince.update(List.of(finals.sharesSince()));
  }

  private static ListStateDescriptor<Long> longs(String name) {
    return new ListStateDescriptor<>(name, Types.LONG);
  }

  /** What the tasks wrote, which all write the same. */
  private static long least(ListState<Long> state) throws Exception {
    long least = Long.MAX_VALUE;
    for (long each : state.get()) {
      least = Math.min(least, each);
    }
    return least == Long.MAX_VALUE ? Long.MIN_VALUE : least;
  }

  /**
   * Publishes boards that have closed for the last time, and forgets them. They are complete also
   * soon after a start: before the watermark comes, every task has told what it closed them with.
   */
  private void forgetClosed() throws Exception {
    while (!byClosingTime.isEmpty() && byClosingTime.firstKey() <= watermark) {
      for (OpenBoard board : byClosingTime.pollFirstEntry().getValue()) {
        if (queue.remove(board)) {
          publish(board);
        }
        open.remove(board.board());
        shown.note(board.board(), false);
      }
    }
  }

  @Override
  public void onEventTime(InternalTimer<Board, VoidNamespace> timer) throws Exception {
    finals.onEventTime(timer.getKey(), timer.getTimestamp());
  }

  @Override
  public void onProcessingTime(InternalTimer<Board, VoidNamespace> timer) throws Exception {
    finals.onProcessingTime(timer.getKey());
  }

  /** Publishes what is left: a log that ends leaves nobody to wait for. */
  @Override
  public void finish() throws Exception {
    for (OpenBoard board : queue.due(Long.MAX_VALUE)) {
      publish(board);
    }
    List<Board> due;
    try (Stream<Board> keys =
        this.<Board>getKeyedStateBackend().getKeys(FinalStandings.DUE, VoidNamespace.INSTANCE)) {
      due = keys.toList();
    }
    for (Board board : due) {
      setCurrentKey(board);
      finals.finish(board);
    }
    super.finish();
  }

  private long now() {
    return getProcessingTimeService().getCurrentProcessingTime();
  }
}
