package dev.laurel.pipeline.suspicion;

import java.util.ArrayList;
import java.util.List;

/**
 * Several minutes of one game, side by side, so that they travel and are stored as one value: in a
 * log that is read again there are thousands a second, nearly all of them ordinary. A state type
 * and a wire type.
 *
 * @param startedAt when each begins, in milliseconds since 1970
 * @param ordinary how many players of each nobody has to look at
 * @param remarkable the other players of all of them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record GameMinutes(
    String gameId, long[] startedAt, long[] ordinary, List<PlayerMinute> remarkable) {

  /** These minutes of a game, each beginning at another time. */
  static GameMinutes of(String gameId, List<GameMinute> minutes) {
    return new GameMinutes(
        gameId,
        minutes.stream().mapToLong(GameMinute::startedAt).toArray(),
        minutes.stream().mapToLong(GameMinute::ordinary).toArray(),
        minutes.stream().flatMap(minute -> minute.remarkable().stream()).toList());
  }

  /** Each of them. */
  List<GameMinute> minutes() {
    List<GameMinute> minutes = new ArrayList<>(startedAt.length);
    for (int at = 0; at < startedAt.length; at++) {
      minutes.add(new GameMinute(gameId, startedAt[at], ordinary[at], remarkableIn(startedAt[at])));
    }
    return minutes;
  }

  private List<PlayerMinute> remarkableIn(long minute) {
    return remarkable.isEmpty()
        ? List.of()
        : remarkable.stream().filter(player -> player.startedAt() == minute).toList();
  }
}
