package dev.laurel.pipeline.suspicion;

import java.util.List;

/**
 * Several minutes of one game, each at most once, as one value: in a log that is read again there
 * are thousands a second. A state type and a wire type.
 *
 * @param startedAt when the first of them begins, in milliseconds since 1970
 * @param minutes what they were, as {@link MinuteBytes} writes it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record GameMinutes(String gameId, long startedAt, byte[] minutes) {

  /** These minutes of a game, at least one, in their order. */
  static GameMinutes of(String gameId, List<GameMinute> minutes) {
    return new GameMinutes(gameId, minutes.get(0).startedAt(), MinuteBytes.ofGame(minutes));
  }

  /** Each of them, in their order. */
  List<GameMinute> each() {
    return MinuteBytes.game(gameId, minutes);
  }

  /** The last millisecond of the first of them, since 1970. */
  long firstEndsAt() {
    return startedAt + PlayerMinute.MILLIS - 1;
  }
}
