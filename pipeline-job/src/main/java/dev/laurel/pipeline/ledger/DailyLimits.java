package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.event.PlayerEvent;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * How often one player's actions counted in a UTC day, for action types that have a limit. Kept for
 * ever, one number a type and day on which it was used: an event may come as late as it likes and
 * still meets the limit of its day.
 */
final class DailyLimits {
  private final MapState<String, Integer> counts;

  DailyLimits(RuntimeContext context) {
    counts = context.getMapState(new MapStateDescriptor<>("daily-counts", Types.STRING, Types.INT));
  }

  boolean isReached(PlayerEvent event, int maxPerDay) throws Exception {
    return maxPerDay > 0 && count(event) >= maxPerDay;
  }

  void count(PlayerEvent event, int maxPerDay) throws Exception {
    if (maxPerDay > 0) {
      counts.put(key(event), count(event) + 1);
    }
  }

  private int count(PlayerEvent event) throws Exception {
    Integer count = counts.get(key(event));
    return count == null ? 0 : count;
  }

  private static String key(PlayerEvent event) {
    return event.actionType() + "/" + day(event);
  }

  /** The UTC day of the event. */
  static LocalDate day(PlayerEvent event) {
    return LocalDate.ofInstant(event.occurredAt(), ZoneOffset.UTC);
  }
}
