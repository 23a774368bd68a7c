package dev.laurel.serving.board;

import java.time.LocalDate;

/**
 * Which board: the key of the table leaderboard_tops and of the topic rank-changes.
 *
 * @param scope {@code global} or {@code game}
 * @param gameId the game, or {@code global}
 * @param region {@code *} for everyone
 * @param period {@code all-time}, {@code daily}, {@code weekly} or {@code monthly}
 * @param periodStart first day of the period, 1970-01-01 for all-time
 */
public record BoardKey(
    String scope, String gameId, String region, String period, LocalDate periodStart) {

  /** What stands for a game where all games are meant. */
  public static final String ALL_GAMES = "global";

  /** The region that stands for everyone. */
  public static final String EVERYONE = "*";

  /** The period without an end. */
  public static final String ALL_TIME = "all-time";

  /** The all-time board of everyone in a game, or in all games for {@link #ALL_GAMES}. */
  public static BoardKey allTime(String gameId) {
    return new BoardKey(
        gameId.equals(ALL_GAMES) ? "global" : "game", gameId, EVERYONE, ALL_TIME, LocalDate.EPOCH);
  }

  /** Whether this is the board of all games together. */
  public boolean isGlobal() {
    return scope.equals("global");
  }
}
