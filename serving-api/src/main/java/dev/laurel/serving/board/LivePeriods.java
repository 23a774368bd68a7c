package dev.laurel.serving.board;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Which boards are held in memory: all-time ones, and those of the periods that go on or have ended
 * a short while ago. So however many periods the log holds, memory holds four or five boards where
 * it would hold one.
 */
public record LivePeriods(Clock clock) {

  /** Beyond the hour after which a board closes, with time for its final standing to be written. */
  private static final Duration AFTER_THE_END = Duration.ofHours(2);

  /** First day of the oldest period of which boards are held. */
  LocalDate since(Period period) {
    return period.startOf(
        LocalDate.ofInstant(clock.instant().minus(AFTER_THE_END), ZoneOffset.UTC));
  }

  /** Whether the board is held. */
  boolean holds(BoardKey board) {
    return !board.periodStart().isBefore(since(board.period()));
  }
}
