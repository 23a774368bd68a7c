package dev.laurel.pipeline.board;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.InternalTimerService;

/**
 * The standings of closed boards, in revisions: the first when the watermark has come to the
 * board's closing, later ones when late changes differ from it, conflated. Where nothing else is
 * said, the board is the current key.
 *
 * <p>Many boards close at the same moment: only a few get the same millisecond, so that records go
 * on in between. A revision waits until every task has shared what it had to since the start, so
 * that none is made of shares of some tasks, or of tasks that there are no more.
 *
 * <p>State, one a closed board, until nobody keeps boards of its period any more, months for ever:
 * the shares it is made of, its last revision, and whether one is due: true if something moved.
 */
final class FinalStandings {
  /** Name of the state that says that a revision is due. */
  static final String DUE = "revision-due";

  /** Name of the state that every closed board has. */
  static final String LATEST = "latest-final";

  private static final long CONFLATED_MILLIS = Duration.ofSeconds(10).toMillis();
  private static final long LOOK_AGAIN_MILLIS = Duration.ofSeconds(1).toMillis();

  private final BoardPlan plan;
  private final long epoch;
  private final MergeNote before;
  private final Progress progress;
  private final KeyedStateBackend<Board> keys;
  private final InternalTimerService<VoidNamespace> timers;
  private final Consumer<FinalTop> out;
  private final ClosedShares shares;
  private final ValueState<FinalTop> latest;
  private final ValueState<Boolean> due;
  private final Turns turns = new Turns();
  private final Coverage coverage = new Coverage();
  private final Set<KeyGroups> tasks = new HashSet<>();
  private final long startedAt;
  private boolean sharedAnew;

  /**
   * The standings that a task keeps.
   *
   * @param epoch which start of the job this is
   * @param before how far the tasks had come before it
   */
  FinalStandings(
      BoardPlan plan,
      long epoch,
      MergeNote before,
      Progress progress,
      RuntimeContext context,
      KeyedStateBackend<Board> keys,
      InternalTimerService<VoidNamespace> timers,
      Consumer<FinalTop> out) {
    this.plan = plan;
    this.epoch = epoch;
    this.before = before;
    this.progress = progress;
    this.keys = keys;
    this.timers = timers;
    this.out = out;
    this.startedAt = timers.currentProcessingTime();
    shares = new ClosedShares(context);
    latest =
        context.getState(new ValueStateDescriptor<>(LATEST, TypeInformation.of(FinalTop.class)));
    due = context.getState(new ValueStateDescriptor<>(DUE, Types.BOOLEAN));
  }

  /** A task has shared all it had to since the start; perhaps all boards anew. */
  void cover(KeyGroups players, boolean anew) {
    coverage.add(players);
    sharedAnew |= anew;
  }

  /** Whether every task has shared all it had to since the start. */
  boolean isCovered() {
    return coverage.isWhole();
  }

  /** The start since which shares count: those from before have all been shared anew since. */
  long sharesSince() {
    return sharedAnew && isCovered() ? epoch : before.sharesSince();
  }

  /** Takes in a share of the current board. */
  void take(Share share) throws Exception {
    shares.put(share);
    if (share.epoch() == epoch) {
      tasks.add(share.players());
    }
    if (latest.value() != null || progress.watermark() >= share.board().closesAt()) {
      reviseIn(CONFLATED_MILLIS, share.kind() == Share.Kind.CLOSED);
    } else {
      timers.registerEventTimeTimer(VoidNamespace.INSTANCE, share.board().closesAt());
    }
  }

  /** What tasks have closed a board with since the start. */
  List<Share> closedWith(Board board) throws Exception {
    keys.setCurrentKey(board);
    return shares.of(tasks, epoch);
  }

  /**
   * Sees to a standing of a board that closes and that everyone has left: perhaps no task tells
   * that it has closed.
   */
  void closeEmpty(Board board) throws Exception {
    keys.setCurrentKey(board);
    if (latest.value() == null) {
      reviseInTurn(true);
    }
  }

  /**
   * Drops shares from before all was shared anew, of tasks whose players have left the board since
   * or of another number of tasks: the standing may be another. A board that there is no more stays
   * as it is.
   */
  void dropOutdated(Board board) throws Exception {
    if (plan.has(board) && shares.drop(share -> share.epoch() < sharesSince())) {
      reviseInTurn(false);
    }
  }

  void onEventTime(Board board, long time) throws Exception {
    if (time >= board.lasting().forgottenAt(board.firstDay())) {
      shares.clear();
      latest.clear();
      due.clear();
    } else {
      dropOvertaken(board);
      reviseInTurn(true);
    }
  }

  /**
   * Drops what tasks shared of a board that had closed for them but not for all of them when the
   * job died: it is open again, and whoever still stands on it is shared when it closes. A job that
   * begins has none, and does not look for them on thousands of boards.
   */
  private void dropOvertaken(Board board) throws Exception {
    if (epoch != Share.FIRST_EPOCH && board.closesAt() > before.closedUpTo()) {
      boolean unused = shares.drop(share -> share.epoch() != epoch);
    }
  }

  void onProcessingTime(Board board) throws Exception {
    Boolean moved = due.value();
    if (moved == null) {
      return; // It has been forgotten since.
    }
    due.clear();
    if (isCovered()) {
      revise(board, moved);
    } else {
      reviseIn(LOOK_AGAIN_MILLIS, moved);
    }
  }

  /** Writes the revision that is due without waiting any longer: the log has ended. */
  void finish(Board board) throws Exception {
    Boolean moved = due.value();
    if (moved != null) {
      due.clear();
      revise(board, moved);
    }
  }

  private void reviseInTurn(boolean moved) throws Exception {
    long now = timers.currentProcessingTime();
    reviseIn(turns.next(now) - now, moved);
  }

  private void reviseIn(long millis, boolean moved) throws Exception {
    Boolean already = due.value();
    if (already == null) {
      timers.registerProcessingTimeTimer(
          VoidNamespace.INSTANCE, timers.currentProcessingTime() + millis);
    }
    if (already == null || (moved && !already)) {
      due.update(moved);
    }
  }

  private void revise(Board board, boolean moved) throws Exception {
    List<Part> parts =
        shares.of(coverage.complete(), sharesSince()).stream().map(Part.NONE::with).toList();
    Optional<FinalTop> last = Optional.ofNullable(latest.value());
    long total = Part.total(parts);
    List<Standing> top = Part.merge(parts, plan.topSize()).stream().map(Standing::unnamed).toList();
    boolean isNews = moved && last.map(this::isFromBefore).orElse(true);
    if (!isNews && last.map(known -> known.shows(total, top)).orElse(false)) {
      return;
    }
    Instant now = Instant.ofEpochMilli(timers.currentProcessingTime());
    FinalTop next =
        new FinalTop(
            board,
            last.map(FinalTop::revision).orElse(0) + 1,
            Versions.next(last.map(FinalTop::version).orElse(0L), now),
            now,
            progress.asOf(now),
            total,
            top);
    latest.update(next);
    out.accept(next);
    if (last.isEmpty()) {
      long end = board.lasting().forgottenAt(board.firstDay());
      if (end != Long.MAX_VALUE) {
        timers.registerEventTimeTimer(VoidNamespace.INSTANCE, end);
      }
    }
  }

  /**
   * Whether a standing was written before this start. Where something moved since, readers may hold
   * a later one, of a run that died behind the last checkpoint: then the same is written again.
   */
  private boolean isFromBefore(FinalTop known) {
    return known.publishedAt().toEpochMilli() < startedAt;
  }
}
