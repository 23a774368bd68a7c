package dev.laurel.pipeline.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A good record of {@code player-events}, of which a test changes what it is about.
 *
 * @param fields the JSON text of each field's value
 */
public record EventSample(Map<String, String> fields, Instant loggedAt, long offset) {
  /** Log time unless given; the event is from a minute earlier. */
  public static final Instant LOGGED_AT = Instant.parse("2026-03-01T10:00:00Z");

  public static EventSample unlock() {
    return of("unlock").text("gameId", "chess").text("achievementId", "first-win");
  }

  public static EventSample action() {
    return of("action")
        .text("actionType", "LEVEL_COMPLETE")
        .text("requestId", "r-1")
        .text("actionId", "a-1");
  }

  public static EventSample playtime() {
    return of("playtime").text("gameId", "chess").with("seconds", "60");
  }

  public static EventSample profile() {
    return of("profile").text("username", "Ada Lovelace").text("region", "GB");
  }

  public static EventSample moderation() {
    return of("moderation")
        .text("verdict", "exclude")
        .text("reason", "speed hack")
        .text("by", "moderator-7");
  }

  /** A good record of that type. */
  public static EventSample named(String type) {
    return switch (type) {
      case "unlock" -> unlock();
      case "action" -> action();
      case "playtime" -> playtime();
      case "profile" -> profile();
      case "moderation" -> moderation();
      default -> throw new IllegalArgumentException("there is no type " + type);
    };
  }

  private static EventSample of(String type) {
    return new EventSample(Map.of(), LOGGED_AT, 17)
        .text("type", type)
        .text("eventId", "e-1")
        .text("playerId", "ada")
        .at(LOGGED_AT.minusSeconds(60));
  }

  public EventSample with(String field, String json) {
    Map<String, String> more = new LinkedHashMap<>(fields);
    more.put(field, json);
    return new EventSample(more, loggedAt, offset);
  }

  public EventSample text(String field, String text) {
    return with(field, '"' + text + '"');
  }

  public EventSample without(String field) {
    Map<String, String> fewer = new LinkedHashMap<>(fields);
    fewer.remove(field);
    return new EventSample(fewer, loggedAt, offset);
  }

  public EventSample at(Instant occurredAt) {
    return text("occurredAt", occurredAt.toString());
  }

  public EventSample loggedAt(Instant time) {
    return new EventSample(fields, time, offset);
  }

  public EventSample offset(long next) {
    return new EventSample(fields, loggedAt, next);
  }

  public String json() {
    return fields.entrySet().stream()
        .map(field -> '"' + field.getKey() + "\":" + field.getValue())
        .collect(joining(",", "{", "}"));
  }

  public Arrival read() {
    return EventReader.read(source());
  }

  /** The event it is read as. */
  public PlayerEvent event() {
    return read()
        .readable()
        .orElseThrow(() -> new AssertionError(json() + " was refused: " + refusal()));
  }

  /** Why it was refused. */
  Refusal refusal() {
    return refusal(source());
  }

  /** The record with its player as the key. */
  SourceRecord source() {
    String player = fields.getOrDefault("playerId", "\"\"");
    return source(player.substring(1, Math.max(1, player.length() - 1)).getBytes(UTF_8));
  }

  SourceRecord source(byte[] key) {
    return new SourceRecord("player-events", 3, offset, loggedAt, key, json().getBytes(UTF_8));
  }

  /** Why a record was refused. */
  static Refusal refusal(SourceRecord source) {
    Arrival arrival = EventReader.read(source);
    if (arrival.readable().isPresent()) {
      throw new AssertionError(new String(source.value(), UTF_8) + " was read as an event");
    }
    return arrival.deadLetter().refusal();
  }

  /** Why those bytes, logged with the player's key, were refused. */
  static Refusal refusal(byte... value) {
    return refusal(
        new SourceRecord("player-events", 3, 17, LOGGED_AT, "ada".getBytes(UTF_8), value));
  }
}
