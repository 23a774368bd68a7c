package dev.laurel.serving.board;

import dev.laurel.serving.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A row of a query that gives a board's facts beside every entry of a page: so both are of one
 * snapshot. A page without entries is one such row without an entry.
 */
record PageLine(
    Optional<Entry> entry,
    long total,
    long version,
    Optional<Instant> publishedAt,
    Optional<Instant> asOf) {

  static PageLine read(ResultSet row) throws SQLException {
    return new PageLine(
        row.getString("player_id") == null ? Optional.empty() : Optional.of(entryOf(row)),
        row.getLong("total"),
        row.getLong("version"),
        Columns.instant(row, "published_at"),
        Columns.instant(row, "as_of"));
  }

  /** The entries of these rows, in their order. */
  static List<Entry> entries(List<PageLine> lines) {
    return lines.stream().map(PageLine::entry).flatMap(Optional::stream).toList();
  }

  /** The board of which all these rows are, this one among them. */
  Top top(BoardKey board, List<PageLine> lines) {
    return new Top(board, version, publishedAt, asOf, total, entries(lines));
  }

  private static Entry entryOf(ResultSet row) throws SQLException {
    return new Entry(
        row.getString("player_id"),
        row.getLong("score"),
        Columns.instant(row, "reached_at").orElseThrow(),
        Columns.text(row, "username"),
        Columns.text(row, "region"));
  }
}
