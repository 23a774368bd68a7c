package dev.laurel.pipeline.suspicion;

import java.util.List;
import java.util.stream.Stream;

/**
 * What some players did in a game in one minute of event time.
 *
 * @param startedAt when the minute begins, in milliseconds since 1970
 * @param ordinary players whose pace nobody has to look at, a count
 * @param remarkable the other players
 */
record GameMinute(String gameId, long startedAt, long ordinary, List<PlayerMinute> remarkable) {

  /** The minute of these players of a game. */
  static GameMinute of(String gameId, long startedAt, List<PlayerMinute> players, Pace least) {
    List<PlayerMinute> remarkable =
        players.stream().filter(player -> least.isExceededBy(player.pace())).toList();
    return new GameMinute(gameId, startedAt, players.size() - remarkable.size(), remarkable);
  }

  /** The minute of these and of those players. */
  GameMinute with(GameMinute others) {
    return new GameMinute(
        gameId,
        startedAt,
        ordinary + others.ordinary,
        Stream.concat(remarkable.stream(), others.remarkable.stream()).toList());
  }

  /** The last millisecond of the minute, since 1970. */
  long lastMoment() {
    return startedAt + PlayerMinute.MILLIS - 1;
  }
}
