package dev.laurel.serving.player;

import dev.laurel.serving.web.ErrorCode;
import dev.laurel.serving.web.RefusedException;
import java.util.Map;

/** What a call says of a player of whom nothing was ever accepted. */
final class UnknownPlayer {

  private UnknownPlayer() {}

  /** USER_NOT_FOUND. */
  static RefusedException refusal(String playerId) {
    return new RefusedException(
        ErrorCode.USER_NOT_FOUND,
        "playerId is '%s', expected a player with an accepted event".formatted(playerId),
        Map.of("playerId", playerId));
  }
}
