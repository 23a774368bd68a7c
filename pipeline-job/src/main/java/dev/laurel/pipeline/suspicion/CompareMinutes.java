package dev.laurel.pipeline.suspicion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
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
public final class CompareMinutes extends KeyedProcessFunction<String, GameMinutes, Flag> {
  private static final long serialVersionUID = 1L;

  private final Thresholds thresholds;
  private transient ListState<GameMinutes> waiting;
  private transient ValueState<Usual> usual;
  private transient MapState<String, Pace> bests;

  /** For which time the next timer of a game is set, as far as it was since the start. */
  private transient Map<String, Long> nextTimers;

  public CompareMinutes(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  @Override
  public void open(OpenContext context) {
    nextTimers = new HashMap<>();
    waiting =
        getRuntimeContext()
            .getListState(
                new ListStateDescriptor<>(
                    "waiting-minutes", TypeInformation.of(GameMinutes.class)));
    usual =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("usual", TypeInformation.of(Usual.class)));
    bests =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>("bests", Types.STRING, TypeInformation.of(Pace.class)));
  }

  @Override
  public void processElement(GameMinutes shares, Context context, Collector<Flag> out)
      throws Exception {
    waiting.add(shares);
    awake(shares, context);
  }

  private void awake(GameMinutes shares, Context context) {
    if (shares.firstEndsAt() < nextTimers.getOrDefault(shares.gameId(), Long.MAX_VALUE)) {
      context.timerService().registerEventTimeTimer(shares.firstEndsAt());
      nextTimers.put(shares.gameId(), shares.firstEndsAt());
    }
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Flag> out) throws Exception {
    long upTo = context.timerService().currentWatermark();
    TreeMap<Long, GameMinute> passed = new TreeMap<>();
    List<GameMinutes> rest = new ArrayList<>();
    for (GameMinutes shares : waiting.get()) {
      if (shares.firstEndsAt() > upTo) {
        rest.add(shares);
      } else {
        split(shares, upTo, passed, rest);
      }
    }
    waiting.update(rest);
    nextTimers.remove(context.getCurrentKey());
    rest.forEach(shares -> awake(shares, context));
    if (!passed.isEmpty()) {
      compare(passed.values(), out);
    }
  }

  private static void split(
      GameMinutes shares, long upTo, Map<Long, GameMinute> passed, List<GameMinutes> rest) {
    List<GameMinute> minutes = shares.each();
    int open = 0;
    while (open < minutes.size() && minutes.get(open).lastMoment() <= upTo) {
      passed.merge(minutes.get(open).startedAt(), minutes.get(open), GameMinute::with);
      open++;
    }
    if (open < minutes.size()) {
      rest.add(GameMinutes.of(shares.gameId(), minutes.subList(open, minutes.size())));
    }
  }

  private void compare(Iterable<GameMinute> minutes, Collector<Flag> out) throws Exception {
    Usual known = usual.value();
    Usual before = known == null ? Usual.NOTHING : known;
    for (GameMinute minute : minutes) {
      Pace ordinary = before.greatest().or(thresholds.least());
      for (PlayerMinute player : minute.remarkable()) {
        if (ordinary.isExceededBy(player.pace())) {
          compare(player, ordinary, before.minutes() >= thresholds.leastMinutes(), out);
        }
      }
      before = before.with(minute);
    }
    usual.update(before);
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
