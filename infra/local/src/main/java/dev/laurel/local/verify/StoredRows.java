package dev.laurel.local.verify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of a table as its database gives them, spelled as {@link Row}s are. */
final class StoredRows implements Comparison.Cursor {
  private final int keys;
  private final List<String> columns;
  private final ResultSet rows;
  private final int[] types;

  StoredRows(Table table, ResultSet rows) throws SQLException {
    keys = table.key().size();
    columns = table.columns();
    this.rows = rows;
    types = new int[rows.getMetaData().getColumnCount()];
    for (int at = 0; at < types.length; at++) {
      types[at] = rows.getMetaData().getColumnType(at + 1);
    }
  }

  @Override
  public Optional<Found> next() throws SQLException {
    if (!rows.next()) {
      return Optional.empty();
    }
    List<Comparable<?>> key = new ArrayList<>(keys);
    List<String> values = new ArrayList<>(types.length - keys);
    for (int at = 0; at < types.length; at++) {
      if (at < keys) {
        key.add(part(at));
      } else {
        values.add(value(at, columns.get(at - keys)));
      }
    }
    return Optional.of(new Found(new Key(key), values));
  }

  private Comparable<?> part(int at) throws SQLException {
    return switch (types[at]) {
      case Types.BIGINT, Types.INTEGER -> rows.getLong(at + 1);
      case Types.DATE -> rows.getObject(at + 1, LocalDate.class);
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
          rows.getObject(at + 1, OffsetDateTime.class).toInstant();
      default -> rows.getString(at + 1);
    };
  }

  private String value(int at, String column) throws SQLException {
    if (rows.getObject(at + 1) == null) {
      return Row.NULL;
    }
    return switch (types[at]) {
      case Types.BIT, Types.BOOLEAN -> Boolean.toString(rows.getBoolean(at + 1));
      case Types.OTHER -> spell(column, rows.getString(at + 1));
      default -> part(at).toString();
    };
  }

  private static String spell(String column, String json) {
    return switch (column) {
      case "entries" -> Entries.spell(json);
      case "definition" -> CatalogRows.spell(json);
      default -> json;
    };
  }
}
