package dev.laurel.pipeline.ledger;

import java.time.Instant;

/** Least and greatest times, where null stands for none yet. */
final class Times {
  private Times() {}

  static Instant earlier(Instant known, Instant next) {
    return known == null || next.isBefore(known) ? next : known;
  }

  static Instant later(Instant known, Instant next) {
    return known == null || next.isAfter(known) ? next : known;
  }
}
