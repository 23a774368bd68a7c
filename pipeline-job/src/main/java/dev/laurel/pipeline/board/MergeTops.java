package dev.laurel.pipeline.board;

import dev.laurel.pipeline.clock.TaskClock;
import dev.laurel.pipeline.note.Notes;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
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
 * Merges what the tasks of the ledger share of a board into the board's top, while its period lasts
 * ({@link OpenTops}), and into the revisions of its final standing when that is over ({@link
 * FinalStandings}).
 */
public final class MergeTops extends AbstractStreamOperator<BoardTop>
    implements OneInputStreamOperator<Share, BoardTop>, Triggerable<Board, VoidNamespace> {
  private static final long serialVersionUID = 1L;

  /** How often a look through closed boards goes on. */
  private static final Duration SLICE_EVERY = Duration.ofMillis(10);

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

  private final BoardPlan plan;
  private final long publishEveryMillis;
  private transient long epoch;
  private transient Notes<MergeNote> notes;
  private transient MergeNote before;
  private transient Progress progress;
  private transient OpenTops open;
  private transient FinalStandings finals;
  private transient OutdatedFinals outdated;

  public MergeTops(BoardPlan plan, Duration publishEvery) {
    this.plan = plan;
    this.publishEveryMillis = publishEvery.toMillis();
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    epoch = context.getRestoredCheckpointId().orElse(Share.FIRST_EPOCH);
    notes = Notes.of(context.getOperatorStateStore(), MergeNote.class);
    before = MergeNote.least(notes.all());
  }

  @Override
  public void open() throws Exception {
    super.open();
    progress = new Progress();
    finals =
        new FinalStandings(
            plan,
            epoch,
            before,
            progress,
            getRuntimeContext(),
            getKeyedStateBackend(),
            getInternalTimerService("finals", VoidNamespaceSerializer.INSTANCE, this),
            top -> output.collect(FINALS, new StreamRecord<>(top)));
    open =
        new OpenTops(
            plan.topSize(),
            publishEveryMillis,
            progress,
            getProcessingTimeService(),
            new ShownBoards(getRuntimeContext(), getKeyedStateBackend()),
            finals,
            this::publish);
    outdated = new OutdatedFinals(getKeyedStateBackend(), finals, before.sweptSince());
  }

  private void publish(BoardTop top, RankChange change) {
    output.collect(new StreamRecord<>(top));
    output.collect(RANK_CHANGES, new StreamRecord<>(change));
  }

  /** Shares and marks of a start that came to nothing say nothing any more. */
  @Override
  public void processElement(StreamRecord<Share> element) throws Exception {
    Share share = element.getValue();
    boolean isOfThisStart = share.epoch() == epoch;
    switch (share.kind()) {
      case OPEN -> {
        if (isOfThisStart) {
          open.take(share);
        }
      }
      case CLOSED, CLOSED_AGAIN -> {
        finals.take(share);
        if (isOfThisStart) {
          open.takeLast(share);
        }
      }
      case OPEN_COMPLETE -> {
        if (isOfThisStart) {
          open.cover(share.players());
        }
      }
      case CLOSED_COMPLETE -> {
        if (isOfThisStart) {
          finals.cover(share.players(), share.whole());
          sweep();
        }
      }
    }
  }

  private void sweep() throws Exception {
    if (outdated.start()) {
      onSlice();
    }
  }

  private void onSlice() throws Exception {
    if (outdated.next()) {
      new TaskClock(getProcessingTimeService()).after(SLICE_EVERY, this::onSlice);
    }
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    progress.reach(mark.getTimestamp());
    if (progress.isAtEnd()) {
      output.emitWatermark(mark);
    } else {
      open.forgetClosed();
      super.processWatermark(mark);
    }
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    notes.leave(
        new MergeNote(
            Math.max(before.closedUpTo(), progress.watermark()),
            finals.sharesSince(),
            outdated.sweptSince()));
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
    open.finish();
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

  @Override
  public void close() throws Exception {
    if (outdated != null) {
      outdated.close();
    }
    super.close();
  }
}
