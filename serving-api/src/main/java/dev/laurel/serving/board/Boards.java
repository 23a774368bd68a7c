package dev.laurel.serving.board;

import dev.laurel.serving.catalog.Games;
import dev.laurel.serving.catalog.UnknownGame;
import dev.laurel.serving.database.Database;
import dev.laurel.serving.web.ErrorCode;
import dev.laurel.serving.web.RefusedException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

/**
 * Boards as they are asked for: live ones from memory as far as the top goes, closed ones as they
 * ended, and what lies below the tops from the tables. A board nobody stands on is empty, not
 * unknown, if the catalog has its game.
 */
public final class Boards {

  /** How long others may keep what is said of a board. */
  public static final String BRIEFLY = "public, max-age=1";

  /** How long before the watermark days and weeks are kept; months are kept for ever. */
  private static final Duration KEPT = Duration.ofDays(400);

  private final BoardCache cache;
  private final BoardTables tables;
  private final FinalStandings finals;
  private final DeepPlaces allTimePlaces;
  private final DeepPlaces periodPlaces;
  private final Games games;
  private final BooleanSupplier upToDate;
  private final Clock clock;
  private final LongAdder fromMemory = new LongAdder();
  private final LongAdder fromTables = new LongAdder();

  /**
   * Over the tops in memory, with the tables and the catalog behind them.
   *
   * @param allTime the database or a copy of it, which plans once, for what lies below the tops of
   *     all time
   * @param periods the same, which plans each time, for what lies below those of periods
   * @param upToDate whether the database and the feed of rank changes are there now
   */
  public Boards(
      BoardCache cache,
      Database database,
      Database allTime,
      Database periods,
      Games games,
      BooleanSupplier upToDate,
      Clock clock) {
    this.cache = cache;
    this.tables = new BoardTables(database);
    this.finals = new FinalStandings(database);
    this.allTimePlaces = new AllTimePlaces(allTime);
    this.periodPlaces = new PeriodPlaces(periods, clock);
    this.games = games;
    this.upToDate = upToDate;
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
   * The entries of a board that are asked for; refused like its top.
   *
   * @throws RefusedException NOT_FOUND too for a day or week that is no longer kept
   */
  public BoardPart part(BoardKey board, Which which) {
    ShownTop shown = board.isAllTime() ? ShownTop.live(top(board)) : ofPeriod(board);
    Optional<BoardPart> held = HeldPlaces.in(shown, which);
    (held.isPresent() && shown.revision().isEmpty() ? fromMemory : fromTables).increment();
    return held.orElseGet(
        () -> (board.isAllTime() ? allTimePlaces : periodPlaces).read(board, which));
  }

  /** What is said of a board beside its entries. */
  public BoardFacts facts(BoardKey board, BoardPart part) {
    return BoardFacts.of(board, part, areUpToDate());
  }

  /** Whether the database and the feed of rank changes are there now. */
  boolean areUpToDate() {
    return upToDate.getAsBoolean();
  }

  /**
   * The live top in memory, if it holds the page that is asked for and nothing but another top can
   * change what is answered.
   */
  Optional<Top> topWith(BoardKey board, Which which) {
    return board.isAllTime() || !board.mayBeClosed(clock.instant())
        ? cache.top(board).filter(held -> which instanceof Which.Page page && held.holds(page))
        : Optional.empty();
  }

  /** Notes that a page of a top was answered once more. */
  void noteFromMemory() {
    fromMemory.increment();
  }

  /** How often the tops in memory held what was asked for. */
  public long fromMemory() {
    return fromMemory.sum();
  }

  /** How often tables were read for it. */
  public long fromTables() {
    return fromTables.sum();
  }

  /** Between the end of a period and the moment its boards close, and until that is done: live. */
  private ShownTop ofPeriod(BoardKey board) {
    if (!board.mayBeClosed(clock.instant())) {
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

  /** By the tables, which let go of whole months; while they know no event time, by the clock. */
  private boolean isForgotten(BoardKey board) {
    LocalDate keptFrom = LocalDate.ofInstant(clock.instant().minus(KEPT), ZoneOffset.UTC);
    return board.period() != Period.MONTHLY
        && board.periodStart().isBefore(keptFrom)
        && board.periodStart().isBefore(tables.keptFrom().orElse(keptFrom));
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
