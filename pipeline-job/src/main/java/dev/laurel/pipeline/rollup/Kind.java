package dev.laurel.pipeline.rollup;

import dev.laurel.pipeline.board.Period;
import java.util.List;

/** What figures are summed up of, and over which periods. */
public enum Kind {
  /** A game, or all of them. */
  GAME,
  ACHIEVEMENT,
  /** The log of events, by days of log time. */
  LOG;

  List<Period> periods() {
    return switch (this) {
      case GAME -> List.of(Period.DAILY, Period.MONTHLY);
      case ACHIEVEMENT -> List.of(Period.DAILY, Period.MONTHLY, Period.ALL_TIME);
      case LOG -> List.of(Period.DAILY);
    };
  }

  /** The watermark from which on nobody keeps the figures of a span. */
  long forgottenAt(Span span) {
    return this == LOG ? Long.MAX_VALUE : span.forgottenAt();
  }
}
