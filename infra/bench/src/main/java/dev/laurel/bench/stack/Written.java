package dev.laurel.bench.stack;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What PostgreSQL has written since it began, by its own statistics.
 *
 * @param rows inserted and updated, by table, the partitions of one taken together
 * @param hot rows that were updated without any index being touched
 * @param walBytes of the write-ahead log
 */
record Written(Map<String, Long> rows, long hot, long walBytes) {

  /** Tables whose rows are written once, one an event; all others are conflated. */
  static final Set<String> APPENDED = Set.of("score_events", "player_achievements");

  static Written upToNow(Connection connection) throws SQLException {
    Map<String, Long> rows = new TreeMap<>();
    long hot = 0;
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                """
                select coalesce(parent.relname, stat.relname), sum(n_tup_ins + n_tup_upd), sum(n_tup_hot_upd)
                from pg_stat_user_tables as stat
                left join pg_class as parent on parent.oid = pg_partition_root(stat.relid)
                where stat.schemaname = 'laurel' group by 1""")) {
      while (row.next()) {
        rows.put(row.getString(1), row.getLong(2));
        hot += row.getLong(3);
      }
    }
    long walBytes =
        RunningStack.number(
            connection, "select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint");
    return new Written(rows, hot, walBytes);
  }

  Written since(Written before) {
    Map<String, Long> more = new TreeMap<>();
    rows.forEach((table, now) -> more.put(table, now - before.rows.getOrDefault(table, 0L)));
    more.values().removeIf(each -> each == 0);
    return new Written(more, hot - before.hot, walBytes - before.walBytes);
  }

  /** Rows of tables that are conflated. */
  long conflated() {
    return rows.entrySet().stream()
        .filter(each -> !APPENDED.contains(each.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Rows that are written once. */
  long appended() {
    return rows.values().stream().mapToLong(each -> each).sum() - conflated();
  }
}
