package dev.laurel.pipeline.suspicion;

import dev.laurel.pipeline.event.PlayerEvent;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Counts the players of an address in a span of event time. As soon as they are too many all of
 * them are flagged, and whoever comes after; who is flagged does not depend on the order. Once no
 * more are awaited the flags are told again with the number that it came to.
 *
 * <p>State, until event time is {@link #AWAITED} past the span: its players. Those who act later
 * than that are counted from one again, for another span of event time.
 */
public final class WatchAddresses extends KeyedProcessFunction<AddressSpan, Sighting, Flag> {
  private static final long serialVersionUID = 1L;
  private static final Duration AWAITED = Duration.ofHours(1);

  private final long spanMillis;
  private final int allowed;
  private transient MapState<String, Boolean> players;
  private transient ValueState<Integer> count;

  public WatchAddresses(Thresholds thresholds) {
    this.spanMillis = thresholds.addressSpan().toMillis();
    this.allowed = thresholds.playersAnAddress();
  }

  @Override
  public void open(OpenContext context) {
    players =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("players", Types.STRING, Types.BOOLEAN));
    count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Types.INT));
  }

  @Override
  public void processElement(Sighting sighting, Context context, Collector<Flag> out)
      throws Exception {
    if (players.contains(sighting.playerId())) {
      return;
    }
    int now = (count.value() == null ? 0 : count.value()) + 1;
    count.update(now);
    players.put(sighting.playerId(), true);
    if (now == 1) {
      long late = context.timerService().currentWatermark() + spanMillis;
      context.timerService().registerEventTimeTimer(Math.max(lastMoment(sighting.where()), late));
    }
    if (now == allowed + 1) {
      flagAll(sighting.where(), now, out);
    } else if (now > allowed) {
      out.collect(flag(sighting.playerId(), sighting.where(), now));
    }
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Flag> out) throws Exception {
    if (count.value() > allowed + 1) {
      flagAll(context.getCurrentKey(), count.value(), out);
    }
    players.clear();
    count.clear();
  }

  private void flagAll(AddressSpan where, int measured, Collector<Flag> out) throws Exception {
    for (String player : players.keys()) {
      out.collect(flag(player, where, measured));
    }
  }

  private Flag flag(String playerId, AddressSpan where, int measured) {
    return new Flag(
        Rule.PLAYERS_AN_ADDRESS,
        playerId,
        PlayerEvent.NO_GAME,
        Instant.ofEpochMilli(where.startedAt()),
        spanMillis,
        measured,
        allowed,
        where.ipAddress());
  }

  private long lastMoment(AddressSpan where) {
    return where.startedAt() + spanMillis + AWAITED.toMillis() - 1;
  }
}
