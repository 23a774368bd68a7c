package dev.laurel.serving.board;

import dev.laurel.serving.catalog.Games;
import dev.laurel.serving.web.ErrorCode;
import dev.laurel.serving.web.Identifier;
import dev.laurel.serving.web.PageOfList;
import dev.laurel.serving.web.RefusedException;
import java.util.Map;

/**
 * Boards as they are asked for: from memory as far as the top goes, else from the tables. A board
 * nobody stands on yet is empty, not unknown, if the catalog has its game.
 */
public final class Boards {

  private final BoardCache cache;
  private final BoardTables tables;
  private final Games games;

  /** Over the tops in memory, with the tables and the catalog behind them. */
  public Boards(BoardCache cache, BoardTables tables, Games games) {
    this.cache = cache;
    this.tables = tables;
    this.games = games;
  }

  /**
   * The top of the all-time board of everyone.
   *
   * @param gameId a game, or {@code global}
   * @throws RefusedException GAME_NOT_FOUND, or CACHE_UNAVAILABLE before the tops are loaded
   */
  public Top top(String gameId) {
    BoardKey board = BoardKey.allTime(gameId);
    return cache.top(board).orElseGet(() -> emptyTop(board));
  }

  /** A page of that board; refused like its top. */
  public BoardPage page(String gameId, PageOfList page) {
    Top top = top(gameId);
    return BoardPage.within(top, page).orElseGet(() -> tables.page(top.board(), page));
  }

  private Top emptyTop(BoardKey board) {
    if (!cache.isLoaded()) {
      throw new RefusedException(
          ErrorCode.CACHE_UNAVAILABLE, "The boards are not loaded yet; try again in a moment");
    }
    if (!board.isGlobal() && !isKnown(board.gameId())) {
      throw new RefusedException(
          ErrorCode.GAME_NOT_FOUND,
          "gameId is '%s', expected a game of the catalog or '%s'"
              .formatted(board.gameId(), BoardKey.ALL_GAMES),
          Map.of("gameId", board.gameId()));
    }
    return Top.empty(board);
  }

  private boolean isKnown(String gameId) {
    return Identifier.isOne(gameId) && games.has(gameId);
  }
}
