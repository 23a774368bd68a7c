package dev.laurel.pipeline.suspicion;

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
 * Compares each player's minute in a game with what was before it: with that player's best minute
 * there and with the game's greatest usual one. The minutes of a game are compared in the order of
 * event time, each whole, and none with another of the same minute; so neither the order between
 * players nor the parallelism plays a part. A share that comes after its minute was compared, which
 * takes an event that lies more than a minute behind its partition, is compared with what is known
 * by then.
 *
 * <p>State, one a game, kept for ever: what is usual there; and one a player whose pace ever
 * exceeded that, kept for ever: their best. A minute is kept until event time has passed it.
 */
public final class CompareMinutes extends KeyedProcessFunction<String, GameMinute, Flag> {
  private static final long serialVersionUID = 1L;

  private final Thresholds thresholds;
  private transient MapState<Long, GameMinute> waiting;
  private transient ValueState<Usual> usual;
  private transient MapState<String, Pace> bests;

  public CompareMinutes(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  @Override
  public void open(OpenContext context) {
    waiting =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "waiting", Types.LONG, TypeInformation.of(GameMinute.class)));
    usual =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("usual", TypeInformation.of(Usual.class)));
    bests =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>("bests", Types.STRING, TypeInformation.of(Pace.class)));
  }

  @Override
  public void processElement(GameMinute share, Context context, Collector<Flag> out)
      throws Exception {
    GameMinute known = waiting.get(share.startedAt());
    waiting.put(share.startedAt(), known == null ? share : known.with(share));
    context.timerService().registerEventTimeTimer(share.lastMoment());
  }

  @Override
  public void onTimer(long lastMoment, OnTimerContext context, Collector<Flag> out)
      throws Exception {
    long startedAt = lastMoment + 1 - PlayerMinute.MILLIS;
    GameMinute minute = waiting.get(startedAt);
    waiting.remove(startedAt);
    Usual before = usual.value() == null ? Usual.NOTHING : usual.value();
    Pace ordinary = before.greatest().or(thresholds.least());
    for (PlayerMinute player : minute.remarkable()) {
      if (ordinary.isExceededBy(player.pace())) {
        compare(player, ordinary, before.minutes() >= thresholds.leastMinutes(), out);
      }
    }
    usual.update(before.with(minute));
  }

  private void compare(PlayerMinute player, Pace ordinary, boolean isGameKnown, Collector<Flag> out)
      throws Exception {
    Pace stored = bests.get(player.playerId());
    Pace best = stored == null ? Pace.NONE : stored;
    if (isGameKnown) {
      player.flagsAbove(best.or(ordinary).times(thresholds.factor())).forEach(out::collect);
    }
    bests.put(player.playerId(), best.or(player.pace()));
  }
}
