package dev.laurel.pipeline.suspicion;

import dev.laurel.pipeline.event.EventSample;
import dev.laurel.pipeline.event.PlayerEvent;
import dev.laurel.pipeline.ledger.ScoredEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** What players of the tests do, and what is suspect there. */
final class Deeds {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  static final long NOON_MILLIS = NOON.toEpochMilli();

  /**
   * Five times as much is far above; nobody looks up to 100 points or 3 unlocks a minute; 10
   * minutes make a game known; 4 unlocks a second are possible; 3 players may share an address for
   * an hour.
   */
  static final Thresholds THRESHOLDS =
      new Thresholds(5, 100, 3, 10, Duration.ofSeconds(1), 4, Duration.ofHours(1), 3);

  private static final PlayerEvent UNLOCK = EventSample.unlock().event();
  private static final PlayerEvent ACTION = EventSample.action().event();

  private Deeds() {}

  static ScoredEvent unlock(String player, String game, Instant at, long points) {
    return deed(UNLOCK, player, game, at, points, null);
  }

  static ScoredEvent action(String player, String game, Instant at, long points) {
    return deed(ACTION, player, game, at, points, null);
  }

  static ScoredEvent actionFrom(String address, String player, Instant at) {
    return deed(ACTION, player, null, at, 0, address);
  }

  /** The minute after that many minutes from noon. */
  static long minute(int number) {
    return NOON_MILLIS + number * PlayerMinute.MILLIS;
  }

  static PlayerMinute minute(int number, String player, long points, long unlocks) {
    return new PlayerMinute(player, "chess", minute(number), points, unlocks);
  }

  /** The same pace of many players. */
  static List<PlayerMinute> minutes(int number, int players, long points, long unlocks) {
    return IntStream.range(0, players)
        .mapToObj(i -> minute(number, "player-" + i, points, unlocks))
        .toList();
  }

  private static ScoredEvent deed(
      PlayerEvent like, String player, String game, Instant at, long points, String address) {
    PlayerEvent event =
        new PlayerEvent(
            like.type(),
            like.eventId(),
            player,
            at,
            game,
            like.achievementId(),
            like.actionType(),
            like.requestId(),
            like.actionId(),
            null,
            0,
            null,
            address,
            null,
            null,
            null,
            false,
            null,
            null,
            like.source());
    return new ScoredEvent(event, points);
  }
}
