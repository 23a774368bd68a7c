package dev.laurel.pipeline.outlet;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of the schema {@code laurel} and the one statement that writes rows into it: an insert
 * from arrays, one a column, so that a batch of any size is one round trip and one transaction.
 * What happens to a row that is there already makes the write idempotent.
 *
 * @param key columns of the primary key
 * @param others the other columns
 * @param onConflict what happens to a row that is there: the end of the statement
 * @param before what has to be done in the database before a batch can be written
 */
record Table<R>(
    String name,
    List<Column<R>> key,
    List<Column<R>> others,
    String onConflict,
    Preparation<R> before)
    implements Serializable {

  /** Prepares the database for a batch. */
  interface Preparation<R> extends Serializable {
    void prepare(Connection connection, List<R> rows) throws SQLException;
  }

  /** A table whose rows have a version: the greatest is kept, so that older writers do no harm. */
  static <R> Table<R> versioned(String name, List<Column<R>> key, List<Column<R>> others) {
    String set =
        others.stream()
            .map(c -> c.name() + " = excluded." + c.name())
            .collect(Collectors.joining(", "));
    String guard = " where excluded.version >= " + name + ".version";
    return new Table<>(
        name,
        key,
        others,
        "do update set " + set + ", updated_at = now()" + guard,
        (c, rows) -> {});
  }

  /** A table whose rows never change: a row that is there stays. */
  static <R> Table<R> appended(
      String name, List<Column<R>> key, List<Column<R>> others, Preparation<R> before) {
    return new Table<>(name, key, others, "do nothing", before);
  }

  /** The row's primary key in one text: rows with the same one are the same row. */
  String keyOf(R row) {
    if (key.size() == 1) {
      return String.valueOf(key.get(0).value().apply(row));
    }
    StringBuilder text = new StringBuilder(64);
    for (Column<R> column : key) {
      text.append(column.value().apply(row)).append('\u0000');
    }
    return text.toString();
  }

  /** Of two rows with the same key the one that stays when both are written. */
  R newer(R known, R next) {
    return version(next) >= version(known) ? next : known;
  }

  /** Writes rows, no two with the same key, in one transaction. */
  void write(Connection connection, List<R> rows) throws SQLException {
    before.prepare(connection, rows);
    try (PreparedStatement statement = connection.prepareStatement(sql())) {
      int index = 1;
      for (Column<R> column : columns()) {
        Object[] values = rows.stream().map(column.value()).toArray();
        statement.setArray(index++, connection.createArrayOf(column.type(), values));
      }
      statement.executeUpdate();
    }
  }

  private long version(R row) {
    return others.stream()
        .filter(column -> column.name().equals("version"))
        .mapToLong(column -> (long) column.value().apply(row))
        .findFirst()
        .orElse(0);
  }

  private String sql() {
    String names = columns().stream().map(Column::name).collect(Collectors.joining(", "));
    String arrays =
        columns().stream().map(c -> "?::" + c.type() + "[]").collect(Collectors.joining(", "));
    String keyNames = key.stream().map(Column::name).collect(Collectors.joining(", "));
    return "insert into laurel.%s (%s) select * from unnest(%s) on conflict (%s) %s"
        .formatted(name, names, arrays, keyNames, onConflict);
  }

  private List<Column<R>> columns() {
    return Stream.concat(key.stream(), others.stream()).toList();
  }
}
