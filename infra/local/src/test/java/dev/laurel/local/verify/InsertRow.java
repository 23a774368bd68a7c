package dev.laurel.local.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts rows into a table as they have to be. */
record InsertRow(Connection owner, Table table, Script log) {
  private static final Set<Table> WITHOUT_VERSION =
      Set.of(Table.SCORE_EVENTS, Table.PLAYER_ACHIEVEMENTS, Table.CATALOG_HISTORY);
  private static final Set<Table> PARTITIONED =
      Set.of(Table.SCORE_EVENTS, Table.PLAYER_DAILY_STATS, Table.PLAYER_MONTHLY_STATS);

  void insert(Row row) throws SQLException {
    Map<String, String> columns = columns(row);
    if (PARTITIONED.contains(table)) {
      preparePartition(row);
    }
    String sql =
        "insert into laurel.%s (%s) values (%s)"
            .formatted(
                table.word(),
                String.join(", ", columns.keySet()),
                String.join(", ", Collections.nCopies(columns.size(), "?")));
    try (PreparedStatement insert = owner.prepareStatement(sql)) {
      int at = 1;
      for (String value : columns.values()) {
        insert.setObject(at++, value.equals(Row.NULL) ? null : value, Types.OTHER);
      }
      insert.executeUpdate();
    }
  }

  private Map<String, String> columns(Row row) {
    Map<String, String> columns = new LinkedHashMap<>();
    List<String> values = new ArrayList<>();
    row.key().parts().forEach(part -> values.add(part.toString()));
    values.addAll(row.values().all());
    for (String name : table.key()) {
      columns.put(name, values.remove(0));
    }
    for (String name : table.columns()) {
      columns.put(name, values.remove(0));
    }
    columns.computeIfPresent("entries", (name, lines) -> "[" + lines.replace('\n', ',') + "]");
    columns.computeIfPresent("definition", (name, spelled) -> log.definition(row.key()));
    columns.putAll(more());
    return columns;
  }

  private Map<String, String> more() {
    if (WITHOUT_VERSION.contains(table)) {
      return Map.of();
    }
    return switch (table) {
      case LEADERBOARD_TOPS -> Map.of("version", "1", "published_at", "now");
      case LEADERBOARD_FINALS ->
          Map.of("version", "1", "published_at", "now", "revision", "1", "edition", "first");
      default -> Map.of("version", "1");
    };
  }

  private void preparePartition(Row row) throws SQLException {
    List<Comparable<?>> parts = row.key().parts();
    Comparable<?> at = table == Table.SCORE_EVENTS ? parts.get(1) : parts.get(2);
    String day = at instanceof Instant ? at.toString().substring(0, 10) : at.toString();
    try (var statement = owner.createStatement()) {
      statement.execute("select laurel.prepare_partition('%s', '%s')".formatted(table.word(), day));
    }
  }
}
