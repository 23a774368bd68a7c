package dev.laurel.local.verify;

import java.util.Set;
import java.util.stream.Stream;

/** The rows that every table has to have, in the order of their keys. */
final class Expected {
  private final Reckoning reckoning;
  private final PlayerRows players;
  private final RollupRows rollups;
  private final BoardRows boards;
  private final ShownBoards shown;

  Expected(Reckoning reckoning, ShownBoards shown, PlayerRows.FindAgain again) {
    this.reckoning = reckoning;
    this.shown = shown;
    players = new PlayerRows(reckoning, again);
    rollups = new RollupRows(reckoning);
    boards = new BoardRows(reckoning, shown);
  }

  /** The rows that a table keeps; only those with these keys, if there are any. */
  Stream<Row> rows(Table table, Freshness tables, Set<Key> only) {
    return all(table, tables)
        .filter(row -> isCompared(table, row.key()))
        .filter(row -> tables.keeps(table, row.key()))
        .filter(row -> only.isEmpty() || only.contains(row.key()));
  }

  /** Whether it is known what a row has to be. */
  boolean isCompared(Table table, Key row) {
    return shown.holds(table, row);
  }

  private Stream<Row> all(Table table, Freshness tables) {
    return switch (table) {
      case PLAYERS -> players.players();
      case PLAYER_SCORES -> players.scores();
      case PLAYER_REGIONS -> players.regions();
      case SCORE_EVENTS -> players.scoreEvents();
      case PLAYER_ACHIEVEMENTS -> players.achievements();
      case PLAYER_DAILY_STATS -> players.by(Span.DAILY);
      case PLAYER_MONTHLY_STATS -> players.by(Span.MONTHLY);
      case GAME_DAILY_STATS -> rollups.games(Span.DAILY);
      case GAME_MONTHLY_STATS -> rollups.games(Span.MONTHLY);
      case PLATFORM_DAILY_STATS -> rollups.platform(Span.DAILY);
      case PLATFORM_MONTHLY_STATS -> rollups.platform(Span.MONTHLY);
      case ACHIEVEMENT_STATS -> rollups.achievements();
      case LOG_DAILY_COUNTS -> rollups.log();
      case LEADERBOARD_TOPS -> boards.tops(tables);
      case LEADERBOARD_FINALS -> boards.finals(tables);
      case CATALOG_HISTORY -> CatalogRows.of(reckoning.rules());
    };
  }
}
