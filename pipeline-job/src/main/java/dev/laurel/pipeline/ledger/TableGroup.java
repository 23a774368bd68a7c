package dev.laurel.pipeline.ledger;

import java.util.Locale;

/**
 * Tables that are written or not. Rows that no table takes are not told; what they are made of is
 * kept all the same, so that a table can be switched on.
 */
public enum TableGroup {
  /** Tops and final standings. */
  BOARDS,

  /** Players, their scores and their regions. */
  PLAYERS,

  /** Every event that scored. */
  EVENTS,

  /** What was unlocked, and what was done by day and by month. */
  STATISTICS;

  /** How options name it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one whose label that is. */
  public static TableGroup labelled(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
