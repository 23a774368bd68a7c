package dev.laurel.serving.board;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.laurel.serving.database.Database;
import dev.laurel.serving.web.PageOfList;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Boards as PostgreSQL holds them: the tops, and pages below them. */
public final class BoardTables {

  private static final String TOPS =
      """
      select scope, game_id, region, period, period_start, version, published_at, as_of, total, entries
      from laurel.leaderboard_tops
      """;

  /** One board by its primary key, for a few boards at once. */
  private static final String SOME_TOPS =
      TOPS
          + """
          join unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::date[])
            as wanted (scope, game_id, region, period, period_start)
            using (scope, game_id, region, period, period_start)
          """;

  /**
   * A page of an all-time board, its exact total and its version, in one statement and so in one
   * snapshot. Both inner reads go through the board's partial index.
   */
  private static final String PAGE =
      """
      select board.total, top.version, top.published_at, top.as_of, line.*
      from (select count(*) as total from %1$s where %2$s) as board
      left join laurel.leaderboard_tops as top
        on (top.scope, top.game_id, top.region, top.period) = (?, ?, '*', 'all-time')
      left join lateral (
        select place.player_id, place.score, place.reached_at, player.username, player.region
        from (
          select player_id, score, reached_at from %1$s where %2$s
          order by score desc, reached_at, player_id limit ? offset ?) as place
        left join laurel.players as player using (player_id)) as line on true
      order by line.score desc, line.reached_at, line.player_id
      """;

  private static final String GLOBAL_PAGE =
      PAGE.formatted("laurel.players", "reached_at is not null and not is_excluded");
  private static final String GAME_PAGE =
      PAGE.formatted("laurel.player_scores", "game_id = ? and not is_excluded");

  private final Database database;

  /** Read from this database. */
  public BoardTables(Database database) {
    this.database = database;
  }

  /** The tops of all boards. */
  public List<Top> tops() {
    return database.query(TOPS, none -> {}, BoardTables::top);
  }

  /** The tops of some boards; those without a row are left out. */
  public List<Top> tops(Collection<BoardKey> boards) {
    return database.query(
        SOME_TOPS,
        statement -> {
          var connection = statement.getConnection();
          List<BoardKey> keys = List.copyOf(boards);
          statement.setArray(
              1, connection.createArrayOf("text", keys.stream().map(BoardKey::scope).toArray()));
          statement.setArray(
              2, connection.createArrayOf("text", keys.stream().map(BoardKey::gameId).toArray()));
          statement.setArray(
              3, connection.createArrayOf("text", keys.stream().map(BoardKey::region).toArray()));
          statement.setArray(
              4, connection.createArrayOf("text", keys.stream().map(BoardKey::period).toArray()));
          statement.setArray(
              5,
              connection.createArrayOf(
                  "text", keys.stream().map(key -> key.periodStart().toString()).toArray()));
        },
        BoardTables::top);
  }

  /**
   * A page of the all-time board of everyone in a game, or in all games; empty but for its total
   * past the end.
   */
  public BoardPage page(BoardKey board, PageOfList page) {
    List<Line> lines =
        database.query(
            board.isGlobal() ? GLOBAL_PAGE : GAME_PAGE,
            statement -> {
              int next = 1;
              if (!board.isGlobal()) {
                statement.setString(next++, board.gameId());
              }
              statement.setString(next++, board.scope());
              statement.setString(next++, board.gameId());
              if (!board.isGlobal()) {
                statement.setString(next++, board.gameId());
              }
              statement.setInt(next++, page.limit());
              statement.setInt(next, page.offset());
            },
            Line::read);
    Line first = lines.getFirst();
    return new BoardPage(
        lines.stream().map(Line::entry).flatMap(Optional::stream).toList(),
        first.total,
        first.version,
        first.publishedAt,
        first.asOf);
  }

  private static Top top(ResultSet row) throws SQLException {
    BoardKey board =
        new BoardKey(
            row.getString("scope"),
            row.getString("game_id"),
            row.getString("region"),
            row.getString("period"),
            row.getObject("period_start", LocalDate.class));
    try {
      return new Top(
          board,
          row.getLong("version"),
          instant(row, "published_at"),
          instant(row, "as_of"),
          row.getLong("total"),
          ReadRankChange.entries(row.getString("entries")));
    } catch (JsonProcessingException e) {
      throw new SQLException(
          "leaderboard_tops.entries of " + board + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private record Line(
      Optional<Entry> entry,
      long total,
      long version,
      Optional<Instant> publishedAt,
      Optional<Instant> asOf) {

    static Line read(ResultSet row) throws SQLException {
      return new Line(
          Optional.ofNullable(row.getString("player_id")).isPresent()
              ? Optional.of(entryOf(row))
              : Optional.empty(),
          row.getLong("total"),
          row.getLong("version"),
          instant(row, "published_at"),
          instant(row, "as_of"));
    }

    private static Entry entryOf(ResultSet row) throws SQLException {
      return new Entry(
          row.getString("player_id"),
          row.getLong("score"),
          instant(row, "reached_at").orElseThrow(),
          Optional.ofNullable(row.getString("username")),
          Optional.ofNullable(row.getString("region")));
    }
  }
}
