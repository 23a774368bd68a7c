package dev.laurel.pipeline.outlet;

import java.io.Serializable;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Which of two rows with the same key is the newer: the one with the greater version. Rows with the
 * same version may still differ in columns that then only go one way, and those break the tie: it
 * is the newer in which they have gone further. So whoever writes last, the same row stays.
 *
 * @param version the column of which the greatest value stays; empty where rows never change
 * @param rising columns that only rise while the version stays
 * @param falling columns that only fall while the version stays
 */
record Age(String version, List<String> rising, List<String> falling) implements Serializable {
  /** Of rows that never change. */
  static final Age NONE = by("");

  /** Rows with the same version are the same. */
  static Age by(String version) {
    return new Age(version, List.of(), List.of());
  }

  Age thenRising(String... columns) {
    return new Age(version, List.of(columns), falling);
  }

  Age thenFalling(String... columns) {
    return new Age(version, rising, List.of(columns));
  }

  /** What is greater the newer a row is, in SQL. */
  String of(String row) {
    if (rising.isEmpty() && falling.isEmpty()) {
      return row + "." + version;
    }
    StringBuilder gone = new StringBuilder("0");
    rising.forEach(column -> gone.append(" + ").append(row).append('.').append(column));
    falling.forEach(column -> gone.append(" - ").append(row).append('.').append(column));
    return "(%s.%s, %s)".formatted(row, version, gone);
  }

  /** Whether a row, by its columns, is at least as new as another. */
  boolean isAtLeast(ToLongFunction<String> row, ToLongFunction<String> other) {
    if (version.isEmpty()) {
      return true;
    }
    int byVersion = Long.compare(row.applyAsLong(version), other.applyAsLong(version));
    return byVersion > 0 || (byVersion == 0 && gone(row) >= gone(other));
  }

  private long gone(ToLongFunction<String> row) {
    return rising.stream().mapToLong(row).sum() - falling.stream().mapToLong(row).sum();
  }
}
