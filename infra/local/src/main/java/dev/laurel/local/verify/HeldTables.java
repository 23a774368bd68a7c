package dev.laurel.local.verify;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** Tables of a database beside what they have to hold. */
record HeldTables(Expected expected, StoredTables stored) implements Verification.Tables {

  @Override
  public Freshness freshness() throws SQLException {
    return stored.freshness();
  }

  @Override
  public Comparison compare(Table table, Freshness tables, Set<Key> only) throws SQLException {
    return stored.read(
        table,
        tables,
        only,
        found ->
            Comparison.of(
                table, expected.rows(table, tables, only).iterator(), compared(table, found)));
  }

  private Comparison.Cursor compared(Table table, Comparison.Cursor all) {
    return () -> {
      Optional<Found> next = all.next();
      while (next.isPresent() && !expected.isCompared(table, next.get().key())) {
        next = all.next();
      }
      return next;
    };
  }
}
