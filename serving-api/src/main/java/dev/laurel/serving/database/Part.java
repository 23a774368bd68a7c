package dev.laurel.serving.database;

import dev.laurel.serving.database.Database.Parameters;
import dev.laurel.serving.database.Database.Row;
import java.util.List;
import java.util.Optional;

/**
 * A part of a list, and how many items the whole list has, both of one snapshot.
 *
 * @param total items of the whole list, however few the part holds
 */
public record Part<T>(List<T> items, long total) {

  /**
   * Runs one statement that gives {@code total} beside each item of the part, and beside nothing
   * where the part is empty: then {@code key} is null. A statement without a row says that whose
   * list it is does not exist.
   */
  public static <T> Optional<Part<T>> read(
      Database database, String sql, Parameters parameters, String key, Row<T> item) {
    record Line<T>(Optional<T> item, long total) {}
    List<Line<T>> lines =
        database.query(
            sql,
            parameters,
            row ->
                new Line<>(
                    row.getObject(key) == null ? Optional.empty() : Optional.of(item.read(row)),
                    row.getLong("total")));
    return lines.stream()
        .findFirst()
        .map(
            first ->
                new Part<>(
                    lines.stream().map(Line::item).flatMap(Optional::stream).toList(),
                    first.total()));
  }
}
