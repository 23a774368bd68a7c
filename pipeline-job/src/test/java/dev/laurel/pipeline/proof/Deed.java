package dev.laurel.pipeline.proof;

import dev.laurel.pipeline.event.EventSample;
import java.time.Instant;
import java.util.Optional;

/**
 * What a player did, or what was said about them, as the oracle knows it; times are in milliseconds
 * since 1970.
 *
 * @param offset a number of its own in the whole log, rising with log order
 * @param type as the field of that name
 * @param name of the achievement or action type; a profile's username, a moderator's verdict
 * @param id eventId, and requestId of an action
 * @param region of a profile, else empty
 */
public record Deed(
    long offset,
    String type,
    String player,
    Optional<String> game,
    String name,
    String id,
    String region,
    Optional<Long> points,
    long occurredAt,
    long loggedAt) {

  /** Whether it is a word about the player: a profile or a moderation. */
  public boolean isWord() {
    return type.equals("profile") || type.equals("moderation");
  }

  /** As a record of the topic. */
  public EventSample sample() {
    EventSample sample =
        EventSample.named(type)
            .text("playerId", player)
            .text("eventId", id)
            .at(Instant.ofEpochMilli(occurredAt))
            .loggedAt(Instant.ofEpochMilli(loggedAt))
            .offset(offset);
    sample = points.isPresent() ? sample.with("points", points.get().toString()) : sample;
    sample = game.isPresent() ? sample.text("gameId", game.get()) : sample;
    return switch (type) {
      case "unlock" -> sample.text("achievementId", name);
      case "action" -> sample.text("actionType", name).text("requestId", id);
      case "profile" -> sample.text("username", name).text("region", region);
      case "moderation" -> sample.text("verdict", name);
      default -> sample;
    };
  }

  /** The same, carrying points. */
  Deed worth(long carried) {
    return new Deed(
        offset, type, player, game, name, id, region, Optional.of(carried), occurredAt, loggedAt);
  }
}
