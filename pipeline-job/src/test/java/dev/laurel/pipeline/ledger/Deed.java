package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.event.EventSample;
import java.time.Instant;
import java.util.Optional;

/**
 * What a player did, as the oracle knows it; a time is in milliseconds after noon.
 *
 * @param name of the achievement or action type
 * @param id eventId, and requestId of an action
 */
record Deed(
    long offset,
    String type,
    String player,
    Optional<String> game,
    String name,
    String id,
    Optional<Long> points,
    long occurredAt,
    long loggedAt) {

  /** As a record of the topic. */
  EventSample sample() {
    EventSample sample =
        EventSample.named(type)
            .text("playerId", player)
            .text("eventId", id)
            .at(time(occurredAt))
            .loggedAt(time(loggedAt))
            .offset(offset);
    sample = points.isPresent() ? sample.with("points", points.get().toString()) : sample;
    sample = game.isPresent() ? sample.text("gameId", game.get()) : sample;
    return switch (type) {
      case "unlock" -> sample.text("achievementId", name);
      case "action" -> sample.text("actionType", name).text("requestId", id);
      case "profile" -> sample.text("username", name);
      case "moderation" -> sample.text("verdict", name);
      default -> sample;
    };
  }

  static Instant time(long millis) {
    return LedgerStory.NOON.plusMillis(millis);
  }
}
