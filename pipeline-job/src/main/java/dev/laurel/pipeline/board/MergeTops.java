package dev.laurel.pipeline.board;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Merges the tops of a board's shards into the board's, and publishes it when it changed: at once
 * after a quiet time, else once every {@code publishEvery}.
 *
 * <p>Versions are the microseconds of this machine's clock, or one more than the last where the
 * clock is behind: they rise across restarts, also from an older checkpoint, as long as the clocks
 * of the machines that run this task agree to within the time a restart takes. When a board is
 * first touched after a start it is published whole, changed or not: the readers may hold a later
 * version than the one restored, of changes that have come to nothing since.
 *
 * <p>State, one a board, kept for ever: the tops of its shards and what was published last.
 */
public final class MergeTops extends KeyedProcessFunction<Board, ShardTop, BoardTop> {
  private static final long serialVersionUID = 1L;

  /** How each published top differs from the one before. */
  public static final OutputTag<RankChange> RANK_CHANGES =
      new OutputTag<>("rank-changes") {
        private static final long serialVersionUID = 1L;
      };

  private final int topSize;
  private final long publishEveryMillis;
  private transient MapState<Integer, ShardTop> shards;
  private transient ValueState<BoardTop> published;
  private transient Set<Board> publishedSinceStart;

  public MergeTops(int topSize, Duration publishEvery) {
    this.topSize = topSize;
    this.publishEveryMillis = publishEvery.toMillis();
  }

  @Override
  public void open(OpenContext context) {
    shards =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>("shards", Types.INT, TypeInformation.of(ShardTop.class)));
    published =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("published", TypeInformation.of(BoardTop.class)));
    publishedSinceStart = new HashSet<>();
  }

  @Override
  public void processElement(ShardTop shard, Context context, Collector<BoardTop> out)
      throws Exception {
    shards.put(shard.shard().shard(), shard);
    long now = context.timerService().currentProcessingTime();
    context.timerService().registerProcessingTimeTimer(earliestAfter(published.value(), now));
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<BoardTop> out) throws Exception {
    BoardTop last = published.value();
    long now = context.timerService().currentProcessingTime();
    long earliest = earliestAfter(last, now);
    if (earliest > now) {
      context.timerService().registerProcessingTimeTimer(earliest);
      return;
    }
    List<ShardTop> known = new ArrayList<>();
    shards.values().forEach(known::add);
    long total = known.stream().mapToLong(ShardTop::total).sum();
    List<Standing> top = ShardTop.merge(known, topSize);
    boolean isFirst = last == null || !publishedSinceStart.contains(context.getCurrentKey());
    if (isFirst || !last.shows(total, top)) {
      publish(next(last, total, top, context), last, context, out);
    }
  }

  /**
   * When the next publication may be, at the earliest now; a last one that lies ahead of the clock,
   * which was put back then, does not hold it back.
   */
  private long earliestAfter(BoardTop last, long now) {
    if (last == null || last.publishedAt().toEpochMilli() > now) {
      return now;
    }
    return Math.max(now, last.publishedAt().toEpochMilli() + publishEveryMillis);
  }

  private void publish(
      BoardTop next, BoardTop last, OnTimerContext context, Collector<BoardTop> out)
      throws Exception {
    boolean continues = !publishedSinceStart.add(context.getCurrentKey());
    published.update(next);
    out.collect(next);
    context.output(
        RANK_CHANGES, continues ? RankChange.between(last, next) : RankChange.whole(next));
  }

  private static BoardTop next(
      BoardTop last,
      long total,
      List<Standing> top,
      KeyedProcessFunction<Board, ShardTop, BoardTop>.OnTimerContext context) {
    Instant now = Instant.ofEpochMilli(context.timerService().currentProcessingTime());
    long clock = now.toEpochMilli() * 1_000;
    long version = last == null ? clock : Math.max(last.version() + 1, clock);
    return new BoardTop(
        context.getCurrentKey(), version, now, asOf(context, now).orElse(null), total, top);
  }

  /** The watermark, which at the end of a log that ends is beyond all times. */
  private static Optional<Instant> asOf(
      KeyedProcessFunction<Board, ShardTop, BoardTop>.OnTimerContext context, Instant now) {
    long watermark = context.timerService().currentWatermark();
    if (watermark == Long.MAX_VALUE) {
      return Optional.of(now);
    }
    return watermark < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(watermark));
  }
}
