package dev.laurel.pipeline.rollup;

import dev.laurel.pipeline.board.Period;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The figures of a subject over a period: a row of one of the tables of statistics. A wire type.
 *
 * @param firstDay first day of the period, in days since 1970-01-01, UTC
 * @param figures as {@link Figures} has them
 * @param restatedAt when they were told, if their period had closed before; else null
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PeriodFigures(
    Subject subject, Period period, long firstDay, byte[] figures, Instant restatedAt) {

  /** What a figure is. */
  public long get(Figure figure) {
    return Figures.of(figures).get(figure);
  }

  /** The first day of the period, UTC. */
  public LocalDate start() {
    return LocalDate.ofEpochDay(firstDay);
  }
}
