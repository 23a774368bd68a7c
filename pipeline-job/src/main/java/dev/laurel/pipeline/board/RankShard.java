package dev.laurel.pipeline.board;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Keeps the standings of a shard's players and tells its top whenever it may have changed, at most
 * once a tick.
 *
 * <p>State, one entry a player and board, as long as the player stands on it: the standings, which
 * are the truth, and their number. The leaders are derived: they are collected from the standings
 * when the shard is first touched after a start and when their reserve is used up, which reads the
 * whole shard once. They are kept for the shards touched last.
 *
 * <p>A tick is a timer, and timers are state: a change that was not yet told when the process died
 * is told after the restart.
 */
public final class RankShard extends KeyedProcessFunction<BoardShard, StandingChange, ShardTop> {
  private static final long serialVersionUID = 1L;
  private static final int MOST_SHARDS_ON_HEAP = 4_096;

  private final int topSize;
  private final long tickMillis;
  private transient MapState<String, Standing> standings;
  private transient ValueState<Long> total;
  private transient Map<BoardShard, Leaders> leaders;

  public RankShard(int topSize, Duration tick) {
    this.topSize = topSize;
    this.tickMillis = tick.toMillis();
  }

  @Override
  public void open(OpenContext context) {
    standings =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "standings", Types.STRING, TypeInformation.of(Standing.class)));
    total = getRuntimeContext().getState(new ValueStateDescriptor<>("total", Types.LONG));
    leaders =
        new LinkedHashMap<>(64, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<BoardShard, Leaders> eldest) {
            return size() > MOST_SHARDS_ON_HEAP;
          }
        };
  }

  @Override
  public void processElement(StandingChange change, Context context, Collector<ShardTop> out)
      throws Exception {
    Leaders shard = leadersOf(context.getCurrentKey());
    boolean changed = apply(change, shard);
    if (changed || change.move() != StandingChange.Move.STAYS) {
      context
          .timerService()
          .registerProcessingTimeTimer(nextTick(context.timerService().currentProcessingTime()));
    }
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<ShardTop> out) throws Exception {
    BoardShard key = context.getCurrentKey();
    if (leadersOf(key).isShort()) {
      leaders.remove(key);
    }
    out.collect(new ShardTop(key, players(), leadersOf(key).top()));
  }

  private boolean apply(StandingChange change, Leaders shard) throws Exception {
    Standing standing = change.standing();
    if (change.move() != StandingChange.Move.STAYS) {
      total.update(players() + change.move().players());
    }
    if (change.move() == StandingChange.Move.LEAVES) {
      standings.remove(standing.playerId());
      return shard.remove(standing.playerId());
    }
    standings.put(standing.playerId(), standing);
    return shard.put(standing);
  }

  private Leaders leadersOf(BoardShard key) throws Exception {
    Leaders known = leaders.get(key);
    if (known == null) {
      known = Leaders.among(standings.values(), topSize);
      leaders.put(key, known);
    }
    return known;
  }

  private long players() throws Exception {
    Long players = total.value();
    return players == null ? 0 : players;
  }

  private long nextTick(long now) {
    return (now / tickMillis + 1) * tickMillis;
  }
}
