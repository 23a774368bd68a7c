package dev.laurel.pipeline.ledger;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Tables that are written or not: what no table needs is not told, nor reckoned if nothing else
 * does.
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

  /** All of them. */
  public static final Set<TableGroup> ALL = Set.copyOf(EnumSet.allOf(TableGroup.class));

  /** The one whose name in options that is. */
  public static TableGroup named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
