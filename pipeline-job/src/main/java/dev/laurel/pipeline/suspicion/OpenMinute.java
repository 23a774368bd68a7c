package dev.laurel.pipeline.suspicion;

import dev.laurel.pipeline.event.EventType;
import dev.laurel.pipeline.event.PlayerEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a player has done so far in a game in one minute of event time. Every order of the same
 * events gives the same. Two are equal if they are of the same player and game: it finds itself.
 *
 * <p>One object, changed in place, since nearly every event of a log that is read again begins one,
 * a task holds a hundred thousand of them, and they live too long to be cheap for the garbage
 * collector.
 */
final class OpenMinute {
  private final String playerId;
  private final String gameId;
  private final long startedAt;
  private long points;
  private int unlocks;

  /**
   * The interval of the newest unlock, in milliseconds from the minute's start, and its unlocks.
   */
  private int interval;

  private int unlocksInIt;

  /** Unlocks of other intervals. */
  private Map<Integer, Integer> unlocksInOthers = Map.of();

  /**
   * A minute in which nothing has been counted yet.
   *
   * @param startedAt when it begins, in milliseconds since 1970
   */
  OpenMinute(String playerId, String gameId, long startedAt) {
    this.playerId = playerId;
    this.gameId = gameId;
    this.startedAt = startedAt;
  }

  String playerId() {
    return playerId;
  }

  String gameId() {
    return gameId;
  }

  long startedAt() {
    return startedAt;
  }

  long points() {
    return points;
  }

  long unlocks() {
    return unlocks;
  }

  /**
   * Counts an event of the minute.
   *
   * @param gained points that it is worth; a penalty takes none away
   * @return how many unlocks fall into the interval of the event now; 0 if it is none
   */
  int count(PlayerEvent event, long gained, long intervalMillis) {
    add(Math.max(0, gained));
    if (event.type() != EventType.UNLOCK) {
      return 0;
    }
    long moment = event.occurredAt().toEpochMilli();
    unlock((int) (moment / intervalMillis * intervalMillis - startedAt), 1);
    return unlocksInIt;
  }

  /** Adds points. */
  void add(long morePoints) {
    points += morePoints;
  }

  /** Adds unlocks of an interval, which begins so many milliseconds after the minute. */
  void unlock(int ofInterval, int moreUnlocks) {
    if (ofInterval != interval) {
      turnTo(ofInterval);
    }
    unlocks += moreUnlocks;
    unlocksInIt += moreUnlocks;
  }

  private void turnTo(int ofInterval) {
    if (unlocksInIt > 0) {
      unlocksInOthers = unlocksInOthers.isEmpty() ? new HashMap<>() : unlocksInOthers;
      unlocksInOthers.put(interval, unlocksInIt);
    }
    interval = ofInterval;
    unlocksInIt = unlocksInOthers.isEmpty() ? 0 : takeFromOthers(ofInterval);
  }

  private int takeFromOthers(int ofInterval) {
    Integer taken = unlocksInOthers.remove(ofInterval);
    return taken == null ? 0 : taken;
  }

  /** Its unlocks by intervals, those with none left out. */
  Stream<Burst> bursts() {
    Stream<Burst> others =
        unlocksInOthers.entrySet().stream()
            .map(other -> new Burst(startedAt + other.getKey(), other.getValue()));
    return unlocksInIt == 0 ? others : Stream.concat(others, Stream.of(newestBurst()));
  }

  /** The unlocks of the interval of the newest one. */
  Burst newestBurst() {
    return new Burst(startedAt + interval, unlocksInIt);
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

  /** What it came to. */
  PlayerMinute closed() {
    return new PlayerMinute(playerId, gameId, startedAt, points, unlocks);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OpenMinute minute
        && playerId.equals(minute.playerId)
        && gameId.equals(minute.gameId);
  }

  @Override
  public int hashCode() {
    return 31 * playerId.hashCode() + gameId.hashCode();
  }
}
