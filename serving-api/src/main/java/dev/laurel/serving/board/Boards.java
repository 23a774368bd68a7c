package dev.laurel.serving.board;

import dev.laurel.serving.catalog.Games;
import dev.laurel.serving.catalog.UnknownGame;
import dev.laurel.serving.web.ErrorCode;
import dev.laurel.serving.web.PageOfList;
import dev.laurel.serving.web.RefusedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Boards as they are asked for: live ones from memory as far as the top goes, closed ones as they
 * ended, and what lies below the top of an all-time board from the tables. A board nobody stands on
 * is empty, not unknown, if the catalog has its game.
 */
public final class Boards {

  /** How long before the watermark days and weeks are kept; months are kept for ever. */
  private static final Duration KEPT = Duration.ofDays(400);

  private final BoardCache cache;
  private final BoardTables tables;
  private final FinalStandings finals;
  private final DeepPages deepPages;
  private final Games games;
  private final Clock clock;

  /** Over the tops in memory, with the tables and the catalog behind them. */
  public Boards(
      BoardCache cache,
      BoardTables tables,
      FinalStandings finals,
      DeepPages deepPages,
      Games games,
      Clock clock) {
    this.cache = cache;
    this.tables = tables;
    this.finals = finals;
    this.deepPages = deepPages;
    this.games = games;
    this.clock = clock;
  }

  /**
   * The live top of a board, from memory.
   *
   * @throws RefusedException GAME_NOT_FOUND, or CACHE_UNAVAILABLE before the tops are loaded
   */
  public Top top(BoardKey board) {
    return cache.top(board).orElseGet(() -> emptyTop(board));
  }

  /** The same of a game that is known, without waiting for anything. */
  public Top topInMemory(BoardKey board) {
    return cache.top(board).orElseGet(() -> Top.empty(board));
  }

  /**
   * A page of a board; refused like its top.
   *
   * @throws RefusedException NOT_FOUND too for a day or week that is no longer kept, and
   *     INVALID_OFFSET below the top of a period
   */
  public BoardPage page(BoardKey board, PageOfList page) {
    if (board.isAllTime()) {
      return BoardPage.within(top(board), page).orElseGet(() -> deepPages.page(board, page));
    }
    return BoardPage.asHeld(ofPeriod(board), page);
  }

  /** Between the end of a period and the moment its boards close, and until that is done: live. */
  private ShownTop ofPeriod(BoardKey board) {
    if (clock.instant().isBefore(board.closesAt())) {
      return ShownTop.live(top(board));
    }
    requireGame(board);
    return finals.newest(board).orElseGet(() -> ShownTop.live(withoutFinal(board)));
  }

  private Top withoutFinal(BoardKey board) {
    if (isForgotten(board)) {
      throw new RefusedException(
          ErrorCode.NOT_FOUND,
          "The %s board of %s is no longer kept: days and weeks are for %d days"
              .formatted(board.period(), board.periodStart(), KEPT.toDays()),
          Map.of(
              "period", board.period().toString(), "periodStart", board.periodStart().toString()));
    }
    return cache.top(board).or(() -> tables.top(board)).orElseGet(() -> Top.empty(board));
  }

  /** By the watermark; the tops know it only as it was when they changed last. */
  private boolean isForgotten(BoardKey board) {
    Instant forgottenAt = board.endsAt().plus(KEPT);
    return board.period() != Period.MONTHLY
        && forgottenAt.isBefore(clock.instant())
        && forgottenAt.isBefore(tables.completeUpTo().orElseGet(clock::instant));
  }

  private Top emptyTop(BoardKey board) {
    if (!cache.isLoaded()) {
      throw new RefusedException(
          ErrorCode.CACHE_UNAVAILABLE, "The boards are not loaded yet; try again in a moment");
    }
    requireGame(board);
    return Top.empty(board);
  }

  private void requireGame(BoardKey board) {
    if (!board.isGlobal() && !isKnown(board.gameId())) {
      throw UnknownGame.refusal(
          board.gameId(), "a game of the catalog or '%s'".formatted(BoardKey.ALL_GAMES));
    }
  }

  private boolean isKnown(String gameId) {
    return cache.top(BoardKey.allTime(gameId)).isPresent() || games.has(gameId);
  }
}
