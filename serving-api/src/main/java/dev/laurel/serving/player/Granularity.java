package dev.laurel.serving.player;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By which periods statistics are told. */
enum Granularity {
  DAILY("laurel.player_daily_stats", "day", "1 day"),
  MONTHLY("laurel.player_monthly_stats", "month", "1 month");

  private final String table;
  private final String column;
  private final String length;

  Granularity(String table, String column, String length) {
    this.table = table;
    this.column = column;
    this.length = length;
  }

  static Optional<Granularity> named(String text) {
    return Arrays.stream(values()).filter(known -> known.toString().equals(text)).findFirst();
  }

  /** Where rows of such periods stand. */
  String table() {
    return table;
  }

  /** The column with the first day of the period. */
  String column() {
    return column;
  }

  /** How long a period is, as PostgreSQL writes an interval. */
  String length() {
    return length;
  }

  /** As clients write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
