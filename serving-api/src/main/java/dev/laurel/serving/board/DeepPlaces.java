package dev.laurel.serving.board;

import dev.laurel.serving.database.Database;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Entries of boards below their tops, from tables. Whatever is asked for is one statement, and so
 * one snapshot of entries, ranks, total and version.
 */
abstract class DeepPlaces {

  private final Database database;

  DeepPlaces(Database database) {
    this.database = database;
  }

  /** The entries that are asked for, with what is said of the board. */
  final BoardPart read(BoardKey board, Which which) {
    Query query = query(board, which);
    List<PageLine> lines = database.query(query.sql(), query::setParameters, PageLine::read);
    return lines.getFirst().part(lines);
  }

  /**
   * The statement that answers it: at least one row of {@link PageLine}, the entries in rank order.
   */
  abstract Query query(BoardKey board, Which which);

  /** A statement, put together from pieces that each bring their parameters with them. */
  static final class Query {
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    /** Adds a piece; a parameter stands for each of its question marks. */
    Query add(String piece, Object... forIt) {
      sql.append(piece);
      parameters.addAll(List.of(forIt));
      return this;
    }

    String sql() {
      return sql.toString();
    }

    private void setParameters(PreparedStatement statement) throws SQLException {
      for (int i = 0; i < parameters.size(); i++) {
        Object value = parameters.get(i);
        if (value instanceof List<?> list) {
          statement.setArray(
              i + 1, statement.getConnection().createArrayOf("text", list.toArray()));
        } else if (value instanceof Number number) {
          statement.setLong(i + 1, number.longValue());
        } else {
          statement.setString(i + 1, value.toString());
        }
      }
    }
  }
}
