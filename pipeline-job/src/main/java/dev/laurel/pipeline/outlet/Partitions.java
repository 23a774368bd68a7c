package dev.laurel.pipeline.outlet;

import java.io.Serializable;
import java.sql.PreparedStatement;
import java.time.YearMonth;
import java.util.function.Function;

/** Makes the partitions that a batch needs. */
final class Partitions {
  private Partitions() {}

  /** Takes the month out of a row, in UTC. */
  interface Month<R> extends Function<R, YearMonth>, Serializable {}

  /** Those of a table, before its rows are written. */
  static <R> Table.Preparation<R> of(String table, Month<R> month) {
    return (connection, rows) -> {
      try (PreparedStatement statement =
          connection.prepareStatement("select laurel.prepare_partition(?, ?::date)")) {
        for (YearMonth each : rows.stream().map(month).distinct().toList()) {
          statement.setString(1, table);
          statement.setString(2, each.atDay(1).toString());
          statement.execute();
        }
      }
    };
  }
}
