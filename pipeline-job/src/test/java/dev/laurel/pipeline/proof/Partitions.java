package dev.laurel.pipeline.proof;

import dev.laurel.pipeline.event.Arrival;
import java.util.HashMap;
import java.util.Map;

/**
 * How far event time is complete where the log is read: per partition the greatest time of what
 * players did less a minute, of all of them the least. A start forgets it, and a partition of which
 * nothing was read since holds nobody back.
 */
final class Partitions {
  private static final int PARTITIONS = 3;
  private static final long DISORDER = 60_000;

  private final Map<Integer, Long> greatest = new HashMap<>();
  private long watermark = Long.MIN_VALUE;

  void read(String player, Arrival arrival) {
    int partition = Math.floorMod(player.hashCode(), PARTITIONS);
    arrival.eventTime().ifPresent(time -> greatest.merge(partition, time, Math::max));
  }

  /** The watermark, in milliseconds since 1970. */
  long watermark() {
    greatest.values().stream()
        .mapToLong(time -> time - DISORDER - 1)
        .min()
        .ifPresent(least -> watermark = Math.max(watermark, least));
    return watermark;
  }
}
