package dev.laurel.serving.board;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.laurel.serving.database.Columns;
import dev.laurel.serving.database.Database;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Live tops as PostgreSQL holds them. */
public final class BoardTables {

  private static final String TOPS =
      """
      select scope, game_id, region, period, period_start, version, published_at, as_of, total, entries
      from laurel.leaderboard_tops
      """;

  /** One range of an index a period: tops of periods that are over stay in the table. */
  private static final String LIVE_TOPS =
      TOPS
          + """
          where period = 'all-time'
            or period = 'daily' and period_start >= ?::date
            or period = 'weekly' and period_start >= ?::date
            or period = 'monthly' and period_start >= ?::date
          """;

  /** One board by its primary key, for a few boards at once. */
  private static final String SOME_TOPS =
      TOPS
          + """
          join unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::date[])
            as wanted (scope, game_id, region, period, period_start)
            using (scope, game_id, region, period, period_start)
          """;

  private static final String KEPT_FROM =
      "select nullif(laurel.kept_from('leaderboard_finals'), date '-infinity') as kept_from";

  private final Database database;

  /** Read from this database. */
  public BoardTables(Database database) {
    this.database = database;
  }

  /** The tops of all-time boards, and of boards of these periods. */
  public List<Top> tops(LivePeriods live) {
    return database.query(
        LIVE_TOPS,
        statement -> {
          statement.setString(1, live.since(Period.DAILY).toString());
          statement.setString(2, live.since(Period.WEEKLY).toString());
          statement.setString(3, live.since(Period.MONTHLY).toString());
        },
        BoardTables::top);
  }

  /** The tops of some boards; those without a row are left out. */
  public List<Top> tops(Collection<BoardKey> boards) {
    List<BoardKey> keys = List.copyOf(boards);
    return database.query(
        SOME_TOPS,
        statement -> {
          statement.setArray(1, texts(statement, keys, BoardKey::scope));
          statement.setArray(2, texts(statement, keys, BoardKey::gameId));
          statement.setArray(3, texts(statement, keys, BoardKey::region));
          statement.setArray(4, texts(statement, keys, BoardKey::period));
          statement.setArray(5, texts(statement, keys, BoardKey::periodStart));
        },
        BoardTables::top);
  }

  /** The top of one board. */
  public Optional<Top> top(BoardKey board) {
    return tops(List.of(board)).stream().findFirst();
  }

  /**
   * First day of which days and weeks are kept, which goes by event time; empty while that is not
   * known.
   */
  Optional<LocalDate> keptFrom() {
    return Optional.ofNullable(
        database.query(KEPT_FROM, none -> {}, KeptFrom::read).getFirst().day());
  }

  private record KeptFrom(LocalDate day) {
    static KeptFrom read(ResultSet row) throws SQLException {
      return new KeptFrom(row.getObject("kept_from", LocalDate.class));
    }
  }

  private static Array texts(
      PreparedStatement statement, List<BoardKey> keys, Function<BoardKey, Object> part)
      throws SQLException {
    return statement
        .getConnection()
        .createArrayOf("text", keys.stream().map(part).map(Object::toString).toArray());
  }

  private static Top top(ResultSet row) throws SQLException {
    BoardKey board =
        new BoardKey(
            row.getString("scope"),
            row.getString("game_id"),
            row.getString("region"),
            Period.named(row.getString("period")).orElseThrow(),
            row.getObject("period_start", LocalDate.class));
    try {
      return new Top(
          board,
          row.getLong("version"),
          Columns.instant(row, "published_at"),
          Columns.instant(row, "as_of"),
          row.getLong("total"),
          ReadRankChange.entries(row.getString("entries")));
    } catch (JsonProcessingException e) {
      throw new SQLException(
          "leaderboard_tops.entries of " + board + " cannot be read: " + e.getMessage(), e);
    }
  }
}
