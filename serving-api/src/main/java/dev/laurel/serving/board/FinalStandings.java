package dev.laurel.serving.board;

import dev.laurel.serving.database.Database;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What closed boards ended with, as the table leaderboard_finals holds it. */
public final class FinalStandings {

  /**
   * The edition that holds, with the names of today, in one statement: no answer mixes two
   * revisions.
   */
  private static final String NEWEST =
      """
      select final.revision, final.version, final.published_at, final.as_of, final.total,
        entry.rank, entry."playerId" as player_id, entry.score, entry."reachedAt" as reached_at, player.username, entry.region
      from (
        select * from laurel.leaderboard_finals
        where (scope, game_id, region, period, period_start) = (?, ?, ?, ?, ?::date)
        order by version desc limit 1) as final
      left join lateral json_to_recordset(final.entries) as entry (
        rank integer, "playerId" text, region text, score bigint, "reachedAt" timestamptz) on true
      left join laurel.players as player on player.player_id = entry."playerId"
      order by entry.rank
      """;

  private final Database database;

  /** Read from this database. */
  public FinalStandings(Database database) {
    this.database = database;
  }

  /** The newest standing of a board; empty as long as it is not closed. */
  Optional<ShownTop> newest(BoardKey board) {
    List<PageLine> lines =
        database.query(NEWEST, statement -> setParameters(statement, board), PageLine::read);
    return lines.stream()
        .findFirst()
        .map(first -> first.part(lines))
        .map(part -> shown(board, part));
  }

  private static ShownTop shown(BoardKey board, BoardPart part) {
    Top top =
        new Top(
            board,
            part.version(),
            part.publishedAt(),
            part.asOf(),
            part.total(),
            part.entries().stream().map(Ranked::entry).toList());
    return new ShownTop(top, part.revision());
  }

  private static void setParameters(PreparedStatement statement, BoardKey board)
      throws SQLException {
    statement.setString(1, board.scope());
    statement.setString(2, board.gameId());
    statement.setString(3, board.region());
    statement.setString(4, board.period().toString());
    statement.setString(5, board.periodStart().toString());
  }
}
