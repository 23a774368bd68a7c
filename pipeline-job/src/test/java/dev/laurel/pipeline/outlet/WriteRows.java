package dev.laurel.pipeline.outlet;

import java.util.List;
import java.util.OptionalLong;

/** Writes rows as the job does. */
final class WriteRows {
  private WriteRows() {}

  static <R> void into(Table<R> table, Database database, List<R> rows) throws Exception {
    try (BatchWriter<R> writer = writer(table, database)) {
      writer.write(batch(rows));
    }
  }

  static <R> BatchWriter<R> writer(Table<R> table, Database database) {
    return new BatchWriter<>(database, table, new Progress(table.name(), 0, 1, false));
  }

  static <R> Gathered.Batch<R> batch(List<R> rows) {
    return new Gathered.Batch<>(rows, OptionalLong.empty());
  }
}
