package dev.laurel.pipeline.board;

import java.time.Instant;

/** How far event time is complete where shares are merged. */
final class Progress {
  private long watermark = Long.MIN_VALUE;

  void reach(long newWatermark) {
    watermark = newWatermark;
  }

  long watermark() {
    return watermark;
  }

  /** Whether the log has ended. */
  boolean isAtEnd() {
    return watermark == Long.MAX_VALUE;
  }

  /** The watermark; null before the first, and the clock at the end of a log that ends. */
  Instant asOf(Instant now) {
    if (isAtEnd()) {
      return now;
    }
    return watermark < 0 ? null : Instant.ofEpochMilli(watermark);
  }
}
