package dev.laurel.local.verify;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What came of comparing a table.
 *
 * @param equal how many rows are as they have to be
 * @param differing how many are not
 * @param first the first of those
 */
record Comparison(Table table, long equal, long differing, List<Difference> first) {
  /** How many differences are kept. */
  static final int KEPT = 1_000;

  /** Rows of a table, one after the other. */
  interface Cursor {
    /** The next row; empty behind the last. */
    Optional<Found> next() throws SQLException;
  }

  /** Compares rows that come in the order of their keys on both sides. */
  static Comparison of(Table table, Iterator<Row> expected, Cursor found) throws SQLException {
    Walk walk = new Walk(table);
    Optional<Row> row = next(expected);
    Optional<Found> stored = found.next();
    while (row.isPresent() || stored.isPresent()) {
      int order = order(row, stored);
      walk.meet(row.filter(each -> order <= 0), stored.filter(each -> order >= 0));
      row = order <= 0 ? next(expected) : row;
      stored = order >= 0 ? found.next() : stored;
    }
    return new Comparison(table, walk.equal, walk.differing, walk.first);
  }

  private static int order(Optional<Row> row, Optional<Found> stored) {
    if (row.isEmpty() || stored.isEmpty()) {
      return row.isEmpty() ? 1 : -1;
    }
    return row.get().key().compareTo(stored.get().key());
  }

  private static Optional<Row> next(Iterator<Row> rows) {
    return rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
  }

  boolean isEqual() {
    return differing == 0;
  }

  private static final class Walk {
    private final Table table;
    private final List<Difference> first = new ArrayList<>();
    private long equal;
    private long differing;

    private Walk(Table table) {
      this.table = table;
    }

    private void meet(Optional<Row> row, Optional<Found> stored) {
      boolean mayMiss = row.isPresent() && stored.isEmpty() && !row.get().isRequired();
      boolean same =
          row.isPresent() && stored.isPresent() && row.get().values().equal(stored.get().values());
      if (same) {
        equal++;
      } else if (!mayMiss) {
        differing++;
        Key key = row.map(Row::key).orElseGet(() -> stored.orElseThrow().key());
        note(new Difference(table, key, row, stored));
      }
    }

    private void note(Difference difference) {
      if (first.size() < KEPT) {
        first.add(difference);
      }
    }
  }
}
