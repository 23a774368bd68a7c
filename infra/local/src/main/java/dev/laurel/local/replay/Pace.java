package dev.laurel.local.replay;

import java.time.Duration;
import java.util.OptionalInt;

/** How fast records may be sent: at most so many a second, evenly, or as fast as they are taken. */
record Pace(OptionalInt perSecond) {

  /** How long after the first record the one with this index, from 0, may be sent. */
  Duration due(long index) {
    return perSecond.isEmpty()
        ? Duration.ZERO
        : Duration.ofNanos(
            index / perSecond.getAsInt() * 1_000_000_000L
                + index % perSecond.getAsInt() * 1_000_000_000L / perSecond.getAsInt());
  }
}
