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
 * @param version the column of which the greatest value stays; empty where rows never change
 * @param onConflict what happens to a row that is there: the end of the statement
 * @param before what has to be done in the database before a batch can be written
 * @param day the day of a row, in SQL, by which rows no longer kept are left out; empty where all
 *     are kept
 */
record Table<R>(
    String name,
    List<Column<R>> key,
    List<Column<R>> others,
    String version,
    String onConflict,
    Preparation<R> before,
    String day)
    implements Serializable {

  /** Prepares the database for a batch. */
  interface Preparation<R> extends Serializable {
    void prepare(Connection connection, List<R> rows) throws SQLException;
  }

  /** A table whose rows have a version: the greatest is kept, so that older writers do no harm. */
  static <R> Table<R> versioned(String name, List<Column<R>> key, List<Column<R>> others) {
    return versionedBy("version", name, key, others);
  }

  /** A table whose rows have another column that only rises: it is their version. */
  static <R> Table<R> versionedBy(
      String version, String name, List<Column<R>> key, List<Column<R>> others) {
    return new Table<>(
        name, key, others, version, update(name, version, others, ""), (c, rows) -> {}, "");
  }

  /**
   * A table of statistics: its rows have a version, and a column {@code restated_at} that is null
   * unless their period had closed when they were told; such a change counts as a revision.
   */
  static <R> Table<R> restated(String name, List<Column<R>> key, List<Column<R>> others) {
    String revision =
        ", revision = %1$s.revision + (excluded.restated_at is not null and excluded.version > %1$s.version)::integer"
            .formatted(name);
    String update =
        update(name, "version", others, revision)
            .replace(
                "restated_at = excluded.restated_at",
                "restated_at = coalesce(excluded.restated_at, " + name + ".restated_at)");
    return new Table<>(name, key, others, "version", update, (c, rows) -> {}, "");
  }

  /** A table whose rows never change: a row that is there stays. */
  static <R> Table<R> appended(String name, List<Column<R>> key, List<Column<R>> others) {
    return new Table<>(name, key, others, "", "do nothing", (c, rows) -> {}, "");
  }

  private static <R> String update(
      String name, String version, List<Column<R>> others, String more) {
    String set =
        others.stream()
            .map(c -> c.name() + " = excluded." + c.name())
            .collect(Collectors.joining(", "));
    return "do update set %1$s%2$s, updated_at = now() where excluded.%4$s >= %3$s.%4$s"
        .formatted(set, more, name, version);
  }

  /** The same, prepared by that before a batch is written. */
  Table<R> preparedBy(Preparation<R> preparation) {
    return new Table<>(name, key, others, version, onConflict, preparation, day);
  }

  /** The same, but rows of days that are no longer kept are not written. */
  Table<R> keptBy(String dayOfRow) {
    return new Table<>(name, key, others, version, onConflict, before, dayOfRow);
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
        .filter(column -> column.name().equals(version))
        .mapToLong(column -> (long) column.value().apply(row))
        .findFirst()
        .orElse(0);
  }

  private String sql() {
    String names = columns().stream().map(Column::name).collect(Collectors.joining(", "));
    String arrays =
        columns().stream().map(c -> "?::" + c.type() + "[]").collect(Collectors.joining(", "));
    String keyNames = key.stream().map(Column::name).collect(Collectors.joining(", "));
    String kept =
        day.isEmpty() ? "" : " where %s >= (select laurel.kept_from('%s'))".formatted(day, name);
    return "insert into laurel.%1$s (%2$s) select * from unnest(%3$s) as told (%2$s)%4$s on conflict (%5$s) %6$s"
        .formatted(name, names, arrays, kept, keyNames, onConflict);
  }

  private List<Column<R>> columns() {
    return Stream.concat(key.stream(), others.stream()).toList();
  }
}
