package dev.laurel.serving.player;

import dev.laurel.serving.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a player did in a period, as answered: in one game, or over all of them.
 *
 * @param periodStart first day of the period, event time, UTC
 * @param unlocks accepted unlocks, repeats of repeatable achievements included
 * @param distinctUnlocks achievements unlocked for the first time
 * @param points below 0 where penalties outweigh
 * @param provisional whether the period is not closed yet
 * @param revision 1, and one more for every row written again after the period had closed
 * @param restatedAt when that was last; null if never
 */
record PeriodStatistics(
    LocalDate periodStart,
    long unlocks,
    long distinctUnlocks,
    long actions,
    long points,
    long playtimeSeconds,
    Instant firstSeenAt,
    Instant lastSeenAt,
    boolean provisional,
    long revision,
    Optional<Instant> restatedAt) {

  static PeriodStatistics read(ResultSet row) throws SQLException {
    return new PeriodStatistics(
        row.getObject("starts_on", LocalDate.class),
        row.getLong("unlocks"),
        row.getLong("distinct_unlocks"),
        row.getLong("actions"),
        row.getLong("points"),
        row.getLong("playtime_seconds"),
        Columns.instant(row, "first_seen_at").orElseThrow(),
        Columns.instant(row, "last_seen_at").orElseThrow(),
        row.getBoolean("is_provisional"),
        row.getLong("revision"),
        Columns.instant(row, "restated_at"));
  }
}
