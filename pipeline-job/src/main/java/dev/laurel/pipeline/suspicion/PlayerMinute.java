package dev.laurel.pipeline.suspicion;

import dev.laurel.pipeline.event.EventType;
import dev.laurel.pipeline.event.PlayerEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a player did in a game in one minute of event time. Every order of the same events gives the
 * same minute, but for the order of its bursts. Kept and sent as {@link MinuteBytes}.
 *
 * <p>Small, because nearly every event of a log that is read again begins one, and a task holds
 * many: its pace is two numbers here, and no object.
 *
 * @param startedAt when the minute begins, in milliseconds since 1970
 * @param points points gained; penalties do not count against them
 * @param unlocks unlocks, a count
 * @param bursts its unlocks by intervals, those with none left out
 */
record PlayerMinute(
    String playerId, String gameId, long startedAt, long points, long unlocks, List<Burst> bursts) {
  static final long MILLIS = Duration.ofMinutes(1).toMillis();

  /** The minute of an event's player and game in which nothing has been counted yet. */
  static PlayerMinute of(PlayerEvent event) {
    return new PlayerMinute(event.playerId(), event.gameOrNone(), startOf(event), 0, 0, List.of());
  }

  /** When the event's minute begins, in milliseconds since 1970. */
  static long startOf(PlayerEvent event) {
    return event.occurredAt().toEpochMilli() / MILLIS * MILLIS;
  }

  /** With one more event of the minute. */
  PlayerMinute with(PlayerEvent event, long gained, long intervalMillis) {
    boolean isUnlock = event.type() == EventType.UNLOCK;
    return new PlayerMinute(
        playerId,
        gameId,
        startedAt,
        points + Math.max(0, gained),
        unlocks + (isUnlock ? 1 : 0),
        isUnlock ? withUnlock(intervalOf(event, intervalMillis)) : bursts);
  }

  /** How much in the minute. */
  Pace pace() {
    return new Pace(points, unlocks);
  }

  /** The unlocks in the interval of the event. */
  Optional<Burst> burst(PlayerEvent event, long intervalMillis) {
    long interval = intervalOf(event, intervalMillis);
    return bursts.stream().filter(burst -> burst.startedAt() == interval).findFirst();
  }

  /** Without its bursts, for those who only ask for the pace. */
  PlayerMinute paceOnly() {
    return new PlayerMinute(playerId, gameId, startedAt, points, unlocks, List.of());
  }

  /** The flag of a burst that is too great. */
  Flag flag(Burst burst, Thresholds thresholds) {
    return new Flag(
        Rule.UNLOCKS_AN_INTERVAL,
        playerId,
        gameId,
        Instant.ofEpochMilli(burst.startedAt()),
        thresholds.interval().toMillis(),
        burst.unlocks(),
        thresholds.unlocksAnInterval(),
        "");
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

  private List<Burst> withUnlock(long interval) {
    if (bursts.isEmpty()) {
      return List.of(new Burst(interval, 1));
    }
    List<Burst> next = new ArrayList<>(bursts.size() + 1);
    int count = 1;
    for (Burst burst : bursts) {
      if (burst.startedAt() == interval) {
        count += burst.unlocks();
      } else {
        next.add(burst);
      }
    }
    next.add(new Burst(interval, count));
    return next;
  }

  private static long intervalOf(PlayerEvent event, long intervalMillis) {
    return event.occurredAt().toEpochMilli() / intervalMillis * intervalMillis;
  }
}
