package dev.laurel.pipeline.suspicion;

import dev.laurel.pipeline.event.PlayerEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a player did in a game in one minute of event time. Sent as {@link MinuteBytes}.
 *
 * @param startedAt when the minute begins, in milliseconds since 1970
 * @param points points gained; penalties do not count against them
 * @param unlocks unlocks, a count
 */
record PlayerMinute(String playerId, String gameId, long startedAt, long points, long unlocks) {
  static final long MILLIS = Duration.ofMinutes(1).toMillis();

  /** When the event's minute begins, in milliseconds since 1970. */
  static long startOf(PlayerEvent event) {
    return event.occurredAt().toEpochMilli() / MILLIS * MILLIS;
  }

  /** How much in the minute. */
  Pace pace() {
    return new Pace(points, unlocks);
  }

  /** What is flagged of its pace where at most this is allowed. */
  List<Flag> flagsAbove(Pace allowed) {
    List<Flag> flags = new ArrayList<>();
    if (points > allowed.points()) {
      flags.add(flag(Rule.POINTS_A_MINUTE, points, allowed.points()));
    }
    if (unlocks > allowed.unlocks()) {
      flags.add(flag(Rule.UNLOCKS_A_MINUTE, unlocks, allowed.unlocks()));
    }
    return flags;
  }

  private Flag flag(Rule rule, long measured, long allowed) {
    return new Flag(
        rule, playerId, gameId, Instant.ofEpochMilli(startedAt), MILLIS, measured, allowed, "");
  }
}
