package dev.laurel.pipeline.board;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.InternalTimerService;

/**
 * The standings of closed boards, in revisions: the first when the watermark has come to the
 * board's closing, later ones when late changes differ from it, conflated. The board is the current
 * key.
 *
 * <p>Many boards close at the same moment: each gets a millisecond of its own, so that records go
 * on in between. A revision waits until every task has shared what it had to since the start, so
 * that none is made of shares of some tasks, or of tasks that there are no more.
 *
 * <p>State, one a closed board, until nobody keeps boards of its period any more, months for ever:
 * the shares it is made of, its last revision, and whether one is due.
 */
final class FinalStandings {
  /** Name of the state that says that a revision is due. */
  static final String DUE = "revision-due";

  private static final long CONFLATED_MILLIS = Duration.ofSeconds(10).toMillis();
  private static final long LOOK_AGAIN_MILLIS = Duration.ofSeconds(1).toMillis();

  private final int topSize;
  private final InternalTimerService<VoidNamespace> timers;
  private final Consumer<FinalTop> out;
  private final MapState<KeyGroups, Share> shares;
  private final ValueState<FinalTop> latest;
  private final ValueState<Boolean> due;
  private final Coverage coverage = new Coverage();
  private long watermark = Long.MIN_VALUE;
  private long lastSlot = Long.MIN_VALUE;

  FinalStandings(
      int topSize,
      RuntimeContext context,
      InternalTimerService<VoidNamespace> timers,
      Consumer<FinalTop> out) {
    this.topSize = topSize;
    this.timers = timers;
    this.out = out;
    shares =
        context.getMapState(
            new MapStateDescriptor<>(
                "closed-shares",
                TypeInformation.of(KeyGroups.class),
                TypeInformation.of(Share.class)));
    latest =
        context.getState(
            new ValueStateDescriptor<>("latest-final", TypeInformation.of(FinalTop.class)));
    due = context.getState(new ValueStateDescriptor<>(DUE, Types.BOOLEAN));
  }

  void cover(KeyGroups players) {
    coverage.add(players);
  }

  void reach(long newWatermark) {
    watermark = newWatermark;
  }

  /** Takes in a share of the current board. */
  void take(Share share) throws Exception {
    for (Iterator<KeyGroups> known = shares.keys().iterator(); known.hasNext(); ) {
      KeyGroups players = known.next();
      if (players.overlaps(share.players()) && !players.equals(share.players())) {
        known.remove();
      }
    }
    shares.put(share.players(), share);
    if (latest.value() != null || watermark >= share.board().closesAt()) {
      reviseIn(CONFLATED_MILLIS);
    } else {
      timers.registerEventTimeTimer(VoidNamespace.INSTANCE, share.board().closesAt());
    }
  }

  void onEventTime(Board board, long time) throws Exception {
    if (time >= board.lasting().forgottenAt(board.firstDay())) {
      shares.clear();
      latest.clear();
      due.clear();
    } else {
      lastSlot = Math.max(lastSlot + 1, timers.currentProcessingTime());
      reviseIn(lastSlot - timers.currentProcessingTime());
    }
  }

  void onProcessingTime(Board board) throws Exception {
    if (due.value() == null) {
      return; // It has been forgotten since.
    }
    due.clear();
    if (coverage.isWhole()) {
      revise(board);
    } else {
      reviseIn(LOOK_AGAIN_MILLIS);
    }
  }

  /** Writes the revision that is due without waiting any longer: the log has ended. */
  void finish(Board board) throws Exception {
    if (due.value() != null) {
      due.clear();
      revise(board);
    }
  }

  private Instant asOf(Instant now) {
    if (watermark == Long.MAX_VALUE) {
      return now;
    }
    return watermark < 0 ? null : Instant.ofEpochMilli(watermark);
  }

  private void reviseIn(long millis) throws Exception {
    if (due.value() == null) {
      due.update(true);
      timers.registerProcessingTimeTimer(
          VoidNamespace.INSTANCE, timers.currentProcessingTime() + millis);
    }
  }

  private void revise(Board board) throws Exception {
    List<Part> parts = new ArrayList<>();
    for (Share share : shares.values()) {
      if (coverage.has(share.players())) {
        parts.add(Part.NONE.with(share));
      }
    }
    Optional<FinalTop> last = Optional.ofNullable(latest.value());
    long total = Part.total(parts);
    List<Standing> top = Part.merge(parts, topSize).stream().map(Standing::unnamed).toList();
    if (last.map(known -> known.shows(total, top)).orElse(false)) {
      return;
    }
    Instant now = Instant.ofEpochMilli(timers.currentProcessingTime());
    FinalTop next =
        new FinalTop(
            board,
            last.map(FinalTop::revision).orElse(0) + 1,
            Versions.next(last.map(FinalTop::version).orElse(0L), now),
            now,
            asOf(now),
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
}
