package dev.laurel.pipeline.outlet;

import java.io.Serializable;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Which of two rows with the same key is the newer: the one with the greater version. Where the
 * version is the same there may be columns that then only go one way, and those break the tie: it
 * is the newer in which they have gone further. So whoever writes last, the same row stays.
 *
 * @param version columns whose sum is the version; empty where rows never change
 * @param rising columns that only rise while the version stays
 * @param falling columns that only fall while the version stays
 */
record Age(List<String> version, List<String> rising, List<String> falling)
    implements Serializable {
  /** Of rows that never change. */
  static final Age NONE = by();

  static Age by(String... version) {
    return new Age(List.of(version), List.of(), List.of());
  }

  Age thenRising(String... columns) {
    return new Age(version, List.of(columns), falling);
  }

  Age thenFalling(String... columns) {
    return new Age(version, rising, List.of(columns));
  }

  /** What is greater the newer a row is, in SQL. */
  String of(String row) {
    return "(0%s, 0%s%s)"
        .formatted(
            signed(" + ", row, version), signed(" + ", row, rising), signed(" - ", row, falling));
  }

  private static String signed(String sign, String row, List<String> columns) {
    return columns.stream().map(column -> sign + row + "." + column).collect(Collectors.joining());
  }

  /** Whether a row, by its columns, is at least as new as another. */
  boolean isAtLeast(ToLongFunction<String> row, ToLongFunction<String> other) {
    int byVersion = Long.compare(sum(row, version), sum(other, version));
    return byVersion > 0 || (byVersion == 0 && gone(row) >= gone(other));
  }

  private long gone(ToLongFunction<String> row) {
    return sum(row, rising) - sum(row, falling);
  }

  private static long sum(ToLongFunction<String> row, List<String> columns) {
    return columns.stream().mapToLong(row).sum();
  }
}
