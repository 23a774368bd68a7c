package dev.laurel.bench.sql;

import dev.laurel.bench.board.Boards;
import dev.laurel.bench.board.Entry;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.table.data.RowData;
import org.apache.flink.types.RowKind;

/** The boards as the sinks of this process hold them. */
final class HeldBoards {

  private static final int WITH_PLACE = 4;
  private static final Map<String, Map<Object, Entry>> BOARDS = new ConcurrentHashMap<>();

  private HeldBoards() {}

  /** Applies a change: (gameId, playerId, score), or these and the place, which is the key then. */
  static void apply(RowData row) {
    Map<Object, Entry> board =
        BOARDS.computeIfAbsent(row.getString(0).toString(), name -> new ConcurrentHashMap<>());
    Object key = row.getArity() == WITH_PLACE ? row.getLong(3) : row.getString(1).toString();
    if (row.getRowKind() == RowKind.DELETE) {
      board.remove(key);
    } else {
      board.put(key, new Entry(row.getString(1).toString(), row.getLong(2)));
    }
  }

  /** The boards as they are now. */
  static Boards boards() {
    Map<String, List<Entry>> byName = new TreeMap<>();
    Comparator<Entry> order =
        Comparator.comparingLong(Entry::score).reversed().thenComparing(Entry::playerId);
    BOARDS.forEach(
        (name, entries) -> byName.put(name, entries.values().stream().sorted(order).toList()));
    return new Boards(byName);
  }
}
