package dev.laurel.serving.player;

import dev.laurel.serving.board.BoardKey;
import dev.laurel.serving.board.Boards;
import dev.laurel.serving.board.Ranked;
import dev.laurel.serving.board.Which;
import dev.laurel.serving.database.Columns;
import dev.laurel.serving.database.Database;
import dev.laurel.serving.web.Identifier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Players from the table laurel.players. Score and rank of a player come together from the board of
 * all games, so that they agree with the board as it is shown.
 */
public final class Players {

  private static final String PLAYER =
      """
      select player_id, username, region, score, total_actions, action_points, reached_at, first_seen_at, last_seen_at
      from laurel.players where player_id = ?
      """;

  private static final String IS_KNOWN = "select 1 from laurel.players where player_id = ?";

  private final Database database;
  private final Boards boards;
  private final RankHistory ranks;

  /** Read from this database, with the boards as they are shown. */
  public Players(Database database, Boards boards, RankHistory ranks) {
    this.database = database;
    this.boards = boards;
    this.ranks = ranks;
  }

  /** A player that has an accepted event. */
  public Optional<Player> find(String playerId) {
    if (!Identifier.isOne(playerId)) {
      return Optional.empty();
    }
    return database
        .query(PLAYER, statement -> statement.setString(1, playerId), Players::read)
        .stream()
        .findFirst()
        .map(this::asOnTheBoard);
  }

  /**
   * Passes if the player has an accepted event.
   *
   * @throws dev.laurel.serving.web.RefusedException USER_NOT_FOUND
   */
  void require(String playerId) {
    boolean isKnown =
        Identifier.isOne(playerId)
            && !database
                .query(
                    IS_KNOWN, statement -> statement.setString(1, playerId), row -> row.getInt(1))
                .isEmpty();
    if (!isKnown) {
      throw UnknownPlayer.refusal(playerId);
    }
  }

  private Player asOnTheBoard(Player player) {
    Optional<Ranked> ranked =
        boards
            .part(BoardKey.allTime(BoardKey.ALL_GAMES), new Which.Around(player.userId(), 0))
            .of(player.userId());
    return ranked.isEmpty() ? player : player.at(ranked.get(), ranks.of(player.userId()));
  }

  private static Player read(ResultSet row) throws SQLException {
    String playerId = row.getString("player_id");
    long actions = row.getLong("total_actions");
    return new Player(
        playerId,
        Columns.text(row, "username").orElse(playerId),
        Columns.text(row, "region"),
        row.getLong("score"),
        Optional.empty(),
        Optional.empty(),
        RankChanges.NONE,
        actions,
        actions == 0 ? 0 : (double) row.getLong("action_points") / actions,
        Columns.instant(row, "reached_at"),
        Columns.instant(row, "first_seen_at").orElseThrow(),
        Columns.instant(row, "last_seen_at").orElseThrow());
  }
}
