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
 * @param age which of two rows with the same key is the newer, and stays
 * @param onConflict what happens to a row that is there: the end of the statement
 * @param before what has to be done in the database before a batch can be written
 * @param chosen what is written of the rows {@code told}: a query for columns in their order
 */
record Table<R>(
    String name,
    List<Column<R>> key,
    List<Column<R>> others,
    Age age,
    String onConflict,
    Preparation<R> before,
    String chosen)
    implements Serializable {
  private static final String ALL = "select * from told";

  /** Prepares the database for a batch. */
  interface Preparation<R> extends Serializable {
    void prepare(Connection connection, List<R> rows) throws SQLException;
  }

  /** A table whose rows have a version: the greatest is kept, so that older writers do no harm. */
  static <R> Table<R> versioned(String name, List<Column<R>> key, List<Column<R>> others) {
    return aged(Age.by("version"), name, key, others);
  }

  /** A table whose newest row is kept, by columns of its own. */
  static <R> Table<R> aged(Age age, String name, List<Column<R>> key, List<Column<R>> others) {
    return new Table<>(name, key, others, age, update(name, age, others, ""), (c, rows) -> {}, ALL);
  }

  /**
   * A table of statistics: its rows have a column {@code restated_at} that is null unless their
   * period had closed when they were told; a newer row of that kind counts as a revision.
   */
  static <R> Table<R> restated(Age age, String name, List<Column<R>> key, List<Column<R>> others) {
    String revision =
        ", revision = %s.revision + (excluded.restated_at is not null and %s > %s)::integer"
            .formatted(name, age.of("excluded"), age.of(name));
    String update =
        update(name, age, others, revision)
            .replace(
                "restated_at = excluded.restated_at",
                "restated_at = coalesce(excluded.restated_at, " + name + ".restated_at)");
    return new Table<>(name, key, others, age, update, (c, rows) -> {}, ALL);
  }

  /** A table whose rows never change: a row that is there stays. */
  static <R> Table<R> appended(String name, List<Column<R>> key, List<Column<R>> others) {
    return new Table<>(name, key, others, Age.NONE, "do nothing", (c, rows) -> {}, ALL);
  }

  private static <R> String update(String name, Age age, List<Column<R>> others, String more) {
    String set =
        others.stream()
            .map(c -> c.name() + " = excluded." + c.name())
            .collect(Collectors.joining(", "));
    return "do update set %s%s, updated_at = now() where %s >= %s"
        .formatted(set, more, age.of("excluded"), age.of(name));
  }

  /** The same, prepared by that before a batch is written. */
  Table<R> preparedBy(Preparation<R> preparation) {
    return new Table<>(name, key, others, age, onConflict, preparation, chosen);
  }

  /** The same, but rows of days that are no longer kept are not written. */
  Table<R> keptBy(String dayOfRow) {
    return choosing(
        "%s where %s >= (select laurel.kept_from('%s'))".formatted(ALL, dayOfRow, name));
  }

  /** The same, but of the rows {@code told} only what a query chooses is written, as it says. */
  Table<R> choosing(String query) {
    return new Table<>(name, key, others, age, onConflict, before, query);
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
    return age.isAtLeast(column -> number(next, column), column -> number(known, column))
        ? next
        : known;
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

  private long number(R row, String name) {
    return others.stream()
        .filter(column -> column.name().equals(name))
        .mapToLong(column -> (long) column.value().apply(row))
        .findFirst()
        .orElseThrow();
  }

  private String sql() {
    String names = columns().stream().map(Column::name).collect(Collectors.joining(", "));
    String arrays =
        columns().stream().map(c -> "?::" + c.type() + "[]").collect(Collectors.joining(", "));
    String keyNames = key.stream().map(Column::name).collect(Collectors.joining(", "));
    return "insert into laurel.%1$s (%2$s) with told (%2$s) as (select * from unnest(%3$s)) %4$s on conflict (%5$s) %6$s"
        .formatted(name, names, arrays, chosen, keyNames, onConflict);
  }

  private List<Column<R>> columns() {
    return Stream.concat(key.stream(), others.stream()).toList();
  }
}
