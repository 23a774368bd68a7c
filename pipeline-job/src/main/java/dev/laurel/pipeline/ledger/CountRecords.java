package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.board.Period;
import dev.laurel.pipeline.event.PlayerEvent;
import dev.laurel.pipeline.rollup.Figure;
import dev.laurel.pipeline.rollup.Figures;
import dev.laurel.pipeline.rollup.GatherFigures;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** Counts what becomes of the records of the log, by day of log time and as metrics. */
final class CountRecords {
  private final GatherFigures figures;
  private final Counter accepted;
  private final Counter repeats;

  CountRecords(MetricGroup metrics, GatherFigures figures) {
    this.figures = figures;
    accepted = metrics.counter("acceptedEvents");
    repeats = metrics.counter("repeatedEvents");
  }

  void accepted(PlayerEvent event) {
    accepted.inc();
    settled(event, Figure.ACCEPTED);
  }

  void repeated(PlayerEvent event) {
    repeats.inc();
    settled(event, Figure.REPEATED);
  }

  void dead(PlayerEvent event) {
    settled(event, Figure.DEAD);
  }

  /** Begins to wait for the catalog. */
  void waits(PlayerEvent event) {
    of(event).add(Figure.WAITING, 1);
  }

  /** Is looked at again. */
  void waitsNoMore(PlayerEvent event) {
    of(event).add(Figure.WAITING, -1);
  }

  private void settled(PlayerEvent event, Figure became) {
    Figures day = of(event);
    day.add(became, 1);
    day.add(Figure.COUNTED, 1);
  }

  private Figures of(PlayerEvent event) {
    return figures.ofLog(Period.dayOf(event.loggedAt().toEpochMilli()));
  }
}
