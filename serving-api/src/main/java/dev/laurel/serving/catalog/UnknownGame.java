package dev.laurel.serving.catalog;

import dev.laurel.serving.web.ErrorCode;
import dev.laurel.serving.web.RefusedException;
import java.util.Map;

/** What a call says of a game that the catalog does not have. */
public final class UnknownGame {

  private UnknownGame() {}

  /** GAME_NOT_FOUND. */
  public static RefusedException refusal(String gameId) {
    return refusal(gameId, "a game of the catalog");
  }

  /** GAME_NOT_FOUND, where something else than a game is taken too. */
  public static RefusedException refusal(String gameId, String expected) {
    return new RefusedException(
        ErrorCode.GAME_NOT_FOUND,
        "gameId is '%s', expected %s".formatted(gameId, expected),
        Map.of("gameId", gameId));
  }
}
