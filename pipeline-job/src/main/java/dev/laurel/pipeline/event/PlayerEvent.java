package dev.laurel.pipeline.event;

import java.time.Instant;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * One thing a player did, read from one record of the topic {@code player-events}. Its fields are
 * checked: a field that its type requires is there and in range. A wire type, written by {@link
 * PlayerEventSerializer}: fields that the type does not have, or the sender left out, are null
 * (numbers: 0), so read optional ones through the methods that return {@link Optional}.
 *
 * @param eventId the sender's name of the event, 1 to 128 characters
 * @param occurredAt event time, to the millisecond, from 1970 to 2999
 * @param gameId game of an unlock, a playtime and perhaps of an action
 * @param points points that the event carries, if it does
 * @param seconds length of a playtime, 1 to 86,400 s
 * @param metadata a JSON object as sent
 * @param source the record it was read from
 */
@TypeInfo(PlayerEventType.Factory.class)
public record PlayerEvent(
    EventType type,
    String eventId,
    String playerId,
    Instant occurredAt,
    String gameId,
    String achievementId,
    String actionType,
    String requestId,
    String actionId,
    Long points,
    int seconds,
    String metadata,
    String ipAddress,
    String userAgent,
    String username,
    String region,
    boolean excludes,
    String reason,
    String moderator,
    SourceRecord source) {

  /** The game of actions that name none, in tables and in the ledger; never a game's own id. */
  public static final String NO_GAME = "_none";

  /** The game it was in; empty for an action without one, a profile and a moderation. */
  public Optional<String> game() {
    return Optional.ofNullable(gameId);
  }

  /** The game it is booked under: its game, or {@link #NO_GAME}. */
  public String gameOrNone() {
    return gameId == null ? NO_GAME : gameId;
  }

  /** Points that the event itself carries. */
  public Optional<Long> carriedPoints() {
    return Optional.ofNullable(points);
  }

  /** Log time: the Kafka timestamp of its record. */
  public Instant loggedAt() {
    return source.loggedAt();
  }

  /** The event without the bytes it was read from, for those who hold many. */
  public PlayerEvent withoutBytes() {
    return new PlayerEvent(
        type,
        eventId,
        playerId,
        occurredAt,
        gameId,
        achievementId,
        actionType,
        requestId,
        actionId,
        points,
        seconds,
        metadata,
        ipAddress,
        userAgent,
        username,
        region,
        excludes,
        reason,
        moderator,
        source.withoutBytes());
  }

  /** Whether it moves the watermark: what players did does, what is said about them does not. */
  public boolean tellsTime() {
    return type != EventType.PROFILE && type != EventType.MODERATION;
  }

  /** Whether it puts its player on boards. */
  public boolean scores() {
    return type == EventType.UNLOCK || type == EventType.ACTION;
  }
}
