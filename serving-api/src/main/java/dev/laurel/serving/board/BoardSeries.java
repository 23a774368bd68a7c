package dev.laurel.serving.board;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The boards that follow each other, a period after the other: the daily ones of a game, say.
 *
 * @param gameId the game, or {@code global}
 * @param region {@code *} for everyone
 */
public record BoardSeries(String gameId, String region, Period period) {

  /** The board of the period that holds this day. */
  public BoardKey on(LocalDate day) {
    return new BoardKey(
        gameId.equals(BoardKey.ALL_GAMES) ? "global" : "game",
        gameId,
        region,
        period,
        period.startOf(day));
  }

  /** The board of the period that holds this moment. */
  public BoardKey at(Instant moment) {
    return on(LocalDate.ofInstant(moment, ZoneOffset.UTC));
  }
}
