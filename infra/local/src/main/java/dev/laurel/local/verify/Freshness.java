package dev.laurel.local.verify;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * How far the tables say that they are.
 *
 * @param finalsUpTo periods that end then or before have their standing in leaderboard_finals
 * @param closedUpTo periods that end later have not closed as far as any table knows: their tops
 *     are live
 * @param keptFrom the first day that a table keeps; tables that are not here keep all
 * @param received how many records of the log had been read
 */
record Freshness(
    Optional<Instant> finalsUpTo,
    Optional<Instant> closedUpTo,
    Map<Table, LocalDate> keptFrom,
    long received) {

  /** Whether the table has to have a row of that day. */
  boolean keeps(Table table, Key row) {
    Optional<LocalDate> from = Optional.ofNullable(keptFrom.get(table));
    Optional<LocalDate> day = table.day(row);
    return from.isEmpty() || day.isEmpty() || !day.get().isBefore(from.get());
  }

  /** Whether a period that ends then, in milliseconds since 1970, has its final standing. */
  boolean hasFinal(long end) {
    return isUpTo(finalsUpTo, end);
  }

  /** Whether the top of a period that ends then is live. */
  boolean isLive(long end) {
    return !isUpTo(closedUpTo, end);
  }

  private static boolean isUpTo(Optional<Instant> reached, long end) {
    return reached.filter(upTo -> upTo.toEpochMilli() >= end).isPresent();
  }
}
