package dev.laurel.pipeline.event;

import java.time.Instant;

/** An event while it is being read, field by field; what its type does not have stays null. */
final class EventDraft {
  private final EventType type;
  private final SourceRecord source;
  String eventId;
  String playerId;
  Instant occurredAt;
  String gameId;
  String achievementId;
  String actionType;
  String requestId;
  String actionId;
  Long points;
  int seconds;
  String metadata;
  String ipAddress;
  String userAgent;
  String username;
  String region;
  boolean excludes;
  String reason;
  String moderator;

  EventDraft(EventType type, SourceRecord source) {
    this.type = type;
    this.source = source;
  }

  PlayerEvent event() {
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
        source);
  }
}
