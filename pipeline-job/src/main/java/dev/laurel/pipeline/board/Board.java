package dev.laurel.pipeline.board;

import java.time.LocalDate;

/**
 * One ranking: a scope, perhaps one region, and one period. A key type, so made of values whose
 * hash is the same in every process.
 *
 * @param scope {@code global} or {@code game}
 * @param gameId the game; {@code global} for all games
 * @param region {@code *} for everyone
 * @param period {@code all-time}
 * @param firstDay first day of the period, UTC, in days since 1970-01-01
 */
public record Board(String scope, String gameId, String region, String period, long firstDay) {
  private static final String GLOBAL = "global";
  private static final String EVERYONE = "*";
  private static final String ALL_TIME = "all-time";
  private static final long BEGINNING = 0;

  /** The all-time board of all games. */
  public static Board global() {
    return new Board(GLOBAL, GLOBAL, EVERYONE, ALL_TIME, BEGINNING);
  }

  /** The all-time board of one game. */
  public static Board of(String gameId) {
    return new Board("game", gameId, EVERYONE, ALL_TIME, BEGINNING);
  }

  /** First day of the period, UTC; 1970-01-01 for all-time. */
  public LocalDate periodStart() {
    return LocalDate.ofEpochDay(firstDay);
  }

  /**
   * Its name in one line, for keys and messages: {@code game/chess/* /all-time/1970-01-01} without
   * the space.
   */
  public String key() {
    return String.join("/", scope, gameId, region, period, periodStart().toString());
  }
}
