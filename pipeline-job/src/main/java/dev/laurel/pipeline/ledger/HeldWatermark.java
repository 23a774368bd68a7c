package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.clock.TaskClock.Duty;
import java.util.OptionalLong;
import org.apache.flink.streaming.api.watermark.Watermark;

/**
 * The watermark of a task of the ledger. It is held back until the boards that it closes have been
 * shared and the rows that come before it have been told: what is behind it has every row that
 * comes of what was on time.
 */
final class HeldWatermark {
  /** Hands a watermark on. */
  interface Next {
    void take(Watermark mark) throws Exception;
  }

  private final Duties duties;
  private final Duty tellAll;
  private final Next next;
  private long closedUpTo = Long.MIN_VALUE;
  private long forwarded = Long.MIN_VALUE;

  HeldWatermark(Duties duties, Duty tellAll, Next next) {
    this.duties = duties;
    this.tellAll = tellAll;
    this.next = next;
  }

  /** The watermark that ends the log comes after the one before it, not in its place. */
  void closeWhatEnded() throws Exception {
    for (OptionalLong reached = duties.closeWhatEnded();
        reached.isPresent();
        reached = duties.closeWhatEnded()) {
      if (reached.getAsLong() == Long.MAX_VALUE) {
        stateAll();
      }
      closedUpTo = reached.getAsLong();
    }
  }

  /** Tells everything that is untold, and after it the watermark. */
  void stateAll() throws Exception {
    tellAll.run();
    forward();
  }

  /** Hands it on as far as everything has been told. */
  void forward() throws Exception {
    if (closedUpTo > forwarded) {
      forwarded = closedUpTo;
      next.take(new Watermark(forwarded));
    }
  }
}
