package dev.laurel.pipeline.outlet;

import java.io.Serializable;
import java.time.Instant;
import java.util.function.Function;

/**
 * A column of a table, and where its value comes from.
 *
 * @param type its type in PostgreSQL
 * @param value the value in a row: what the driver takes as an element of an array of that type
 */
record Column<R>(String name, String type, Value<R> value) implements Serializable {

  /** Takes a value out of a row. */
  interface Value<R> extends Function<R, Object>, Serializable {}

  /** Takes a time out of a row. */
  interface Time<R> extends Function<R, Instant>, Serializable {}

  static <R> Column<R> text(String name, Value<R> value) {
    return new Column<>(name, "text", value);
  }

  static <R> Column<R> number(String name, Value<R> value) {
    return new Column<>(name, "bigint", value);
  }

  static <R> Column<R> flag(String name, Value<R> value) {
    return new Column<>(name, "boolean", value);
  }

  static <R> Column<R> json(String name, Value<R> value) {
    return new Column<>(name, "json", value);
  }

  static <R> Column<R> date(String name, Value<R> value) {
    return new Column<>(name, "date", row -> value.apply(row).toString());
  }

  static <R> Column<R> time(String name, Time<R> value) {
    return new Column<>(name, "timestamptz", row -> textOf(value.apply(row)));
  }

  private static String textOf(Instant time) {
    return time == null ? null : time.toString();
  }
}
