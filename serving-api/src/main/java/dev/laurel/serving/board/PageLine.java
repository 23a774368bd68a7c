package dev.laurel.serving.board;

import dev.laurel.serving.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A row of a query that gives a board's facts beside every entry that is asked for: so both are of
 * one snapshot. Where no entry is, there is one such row without one.
 */
record PageLine(
    Optional<Ranked> ranked,
    long total,
    long version,
    Optional<Instant> publishedAt,
    Optional<Instant> asOf,
    Optional<Integer> revision) {

  static PageLine read(ResultSet row) throws SQLException {
    return new PageLine(
        row.getString("player_id") == null
            ? Optional.empty()
            : Optional.of(new Ranked(row.getLong("rank"), entryOf(row))),
        row.getLong("total"),
        row.getLong("version"),
        Columns.instant(row, "published_at"),
        Columns.instant(row, "as_of"),
        Optional.ofNullable(row.getObject("revision", Integer.class)));
  }

  /** What all these rows say together; this is the first. */
  BoardPart part(List<PageLine> lines) {
    return new BoardPart(
        lines.stream().map(PageLine::ranked).flatMap(Optional::stream).toList(),
        total,
        version,
        publishedAt,
        asOf,
        revision);
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
