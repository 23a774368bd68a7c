package dev.laurel.pipeline.board;

import java.time.LocalDate;

/**
 * One ranking: a scope, perhaps one region, and one period. A key type, so made of values whose
 * hash is the same in every process.
 *
 * @param scope {@code global} or {@code game}
 * @param gameId the game; {@code global} for all games
 * @param region {@code *} for everyone
 * @param period {@code all-time}, {@code daily}, {@code weekly} or {@code monthly}
 * @param firstDay first day of the period, UTC, in days since 1970-01-01; 0 for all-time
 */
public record Board(String scope, String gameId, String region, String period, long firstDay) {
  /** All games together, where a game is expected; never a game's own id. */
  public static final String GLOBAL = "global";

  /** All regions together, where a region is expected. */
  public static final String EVERYONE = "*";

  /** The all-time board of all games. */
  public static Board global() {
    return of(GLOBAL);
  }

  /** The all-time board of one game, or of all. */
  public static Board of(String gameId) {
    return of(gameId, EVERYONE, Period.ALL_TIME, 0);
  }

  /** The board of a game, or of all, for a region, or everyone, in a period. */
  public static Board of(String gameId, String region, Period period, long firstDay) {
    String scope = gameId.equals(GLOBAL) ? GLOBAL : "game";
    return new Board(scope, gameId, region, period.label(), firstDay);
  }

  /** How long it counts. */
  public Period lasting() {
    return Period.labelled(period)
        .orElseThrow(() -> new IllegalStateException("period of " + this + " is unknown"));
  }

  /** First day of the period, UTC; 1970-01-01 for all-time. */
  public LocalDate periodStart() {
    return LocalDate.ofEpochDay(firstDay);
  }

  /** The watermark from which on it is closed; never for an all-time board. */
  long closesAt() {
    return lasting().closesAt(firstDay);
  }

  /**
   * Its name in one line, for keys and messages: {@code game/chess/* /all-time/1970-01-01} without
   * the space.
   */
  public String key() {
    return String.join("/", scope, gameId, region, period, periodStart().toString());
  }
}
