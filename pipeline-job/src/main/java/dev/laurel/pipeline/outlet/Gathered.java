package dev.laurel.pipeline.outlet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The rows of a table that are not written yet, the newest of each key, in the order in which their
 * keys came; and the watermarks that have come between them.
 */
final class Gathered<R> {
  private record Unsent<R>(R row, long place) {}

  /**
   * Rows to be written together.
   *
   * @param rows in the order of their keys, which spares writers the wait for each other
   * @param completes watermark up to which nothing is left when they are written
   */
  record Batch<R>(List<R> rows, OptionalLong completes) {
    boolean isEmpty() {
      return rows.isEmpty() && completes.isEmpty();
    }
  }

  private final Table<R> table;
  private final Map<String, Unsent<R>> unsent = new LinkedHashMap<>();
  private long places;
  private long watermark = Long.MIN_VALUE;
  private long watermarkPlace;
  private long nextWatermark = Long.MIN_VALUE;
  private long written = Long.MIN_VALUE;

  Gathered(Table<R> table) {
    this.table = table;
  }

  int size() {
    return unsent.size();
  }

  boolean holds(String key) {
    return unsent.containsKey(key);
  }

  /** Takes in a row, in place of an older one of its key. */
  void put(String key, R row) {
    Unsent<R> before = unsent.get(key);
    unsent.put(key, new Unsent<>(row, before == null ? places++ : before.place()));
  }

  /** Takes in a row of an earlier start, of which another one of its key may be newer. */
  void restore(R row) {
    String key = table.keyOf(row);
    Unsent<R> known = unsent.get(key);
    put(key, known == null ? row : table.newer(known.row(), row));
  }

  /** All rows. */
  List<R> rows() {
    return new ArrayList<>(unsent.values().stream().map(Unsent::row).toList());
  }

  /**
   * Takes note that all rows up to a watermark have come. While the one before is not complete the
   * newest that comes waits behind it.
   */
  void reach(long next) {
    nextWatermark = next;
    if (watermark <= written) {
      watermark = nextWatermark;
      watermarkPlace = places;
    }
  }

  /** The rows that have waited longest, at most so many; they stay until they are written. */
  Batch<R> next(int most) {
    List<R> rows =
        unsent.entrySet().stream()
            .limit(most)
            .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
            .map(each -> each.getValue().row())
            .toList();
    long firstLeft =
        unsent.values().stream().skip(most).mapToLong(Unsent::place).findFirst().orElse(places);
    boolean completes = watermark > written && watermarkPlace <= firstLeft;
    return new Batch<>(rows, completes ? OptionalLong.of(watermark) : OptionalLong.empty());
  }

  /** Takes out what has been written; a row that has changed meanwhile queues up again. */
  void written(Batch<R> batch) {
    for (R row : batch.rows()) {
      String key = table.keyOf(row);
      Unsent<R> now = unsent.remove(key);
      if (now != null && !now.row().equals(row)) {
        put(key, now.row());
      }
    }
    batch.completes().ifPresent(complete -> written = complete);
    if (watermark <= written && nextWatermark > watermark) {
      watermark = nextWatermark;
      watermarkPlace = places;
    }
  }
}
