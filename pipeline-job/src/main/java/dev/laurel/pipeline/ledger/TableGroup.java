package dev.laurel.pipeline.ledger;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

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

  /** All of them. */
  public static final Set<TableGroup> ALL = Set.copyOf(EnumSet.allOf(TableGroup.class));

  /** The one whose name in options that is. */
  public static TableGroup named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
