package dev.laurel.pipeline.rollup;

import dev.laurel.pipeline.board.Period;

/** A period that begins on a day. */
record Span(Period period, long firstDay) {

  /** Its name in state. */
  String name() {
    return period.label() + "/" + firstDay;
  }

  static Span named(String name) {
    int slash = name.indexOf('/');
    return new Span(
        Period.labelled(name.substring(0, slash)).orElseThrow(),
        Long.parseLong(name.substring(slash + 1)));
  }

  /** The watermark from which on nobody keeps it: days go by whole months. */
  long forgottenAt() {
    return period == Period.DAILY
        ? Period.DAILY.forgottenAt(Period.MONTHLY.endDay(Period.MONTHLY.firstDay(firstDay)) - 1)
        : Long.MAX_VALUE;
  }
}
