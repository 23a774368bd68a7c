package dev.laurel.serving.board;

import dev.laurel.serving.database.Database;
import dev.laurel.serving.web.PageOfList;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pages of all-time boards below their tops, from the tables of scores. */
public final class DeepPages {

  /**
   * A page of an all-time board, its exact total and its version, in one statement and so in one
   * snapshot. Both inner reads go through the board's partial index; those of a region's board look
   * every player up beside it.
   */
  private static final String PAGE =
      """
      select board.total, top.version, top.published_at, top.as_of, line.*
      from (select count(*) as total from %1$s as scored where %2$s) as board
      left join laurel.leaderboard_tops as top
        on (top.scope, top.game_id, top.region, top.period) = (?, ?, ?, 'all-time')
      left join lateral (
        select place.player_id, place.score, place.reached_at, player.username, player.region
        from (
          select player_id, score, reached_at from %1$s as scored where %2$s
          order by score desc, reached_at, player_id limit ? offset ?) as place
        left join laurel.players as player using (player_id)) as line on true
      order by line.score desc, line.reached_at, line.player_id
      """;

  /** As the indexes of the boards say it: without it they would not be read. */
  private static final String ON_THE_BOARD = "reached_at is not null and not is_excluded";

  private static final String OF_A_GAME = " and game_id = ?";
  private static final String OF_A_REGION =
      " and exists (select from laurel.players as p where p.player_id = scored.player_id and p.region = ?)";

  private final Database database;

  /** Read from this database. */
  public DeepPages(Database database) {
    this.database = database;
  }

  /** A page of an all-time board; empty but for its total past the end. */
  BoardPage page(BoardKey board, PageOfList page) {
    List<PageLine> lines =
        database.query(
            sql(board), statement -> setParameters(statement, board, page), PageLine::read);
    PageLine first = lines.getFirst();
    return new BoardPage(
        PageLine.entries(lines),
        first.total(),
        first.version(),
        first.publishedAt(),
        first.asOf(),
        Optional.empty());
  }

  private static String sql(BoardKey board) {
    String region = board.isOfEveryone() ? "" : OF_A_REGION;
    return board.isGlobal()
        ? PAGE.formatted("laurel.players", ON_THE_BOARD + region)
        : PAGE.formatted("laurel.player_scores", ON_THE_BOARD + OF_A_GAME + region);
  }

  private static void setParameters(PreparedStatement statement, BoardKey board, PageOfList page)
      throws SQLException {
    List<String> which = which(board);
    List<String> texts = new ArrayList<>(which);
    texts.addAll(List.of(board.scope(), board.gameId(), board.region()));
    texts.addAll(which);
    int next = 1;
    for (String text : texts) {
      statement.setString(next++, text);
    }
    statement.setInt(next++, page.limit());
    statement.setInt(next, page.offset());
  }

  private static List<String> which(BoardKey board) {
    List<String> which = new ArrayList<>();
    if (!board.isGlobal()) {
      which.add(board.gameId());
    }
    if (!board.isOfEveryone()) {
      which.add(board.region());
    }
    return which;
  }
}
