package dev.laurel.local.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** A record in the making; logged a second behind its event time unless told. */
record Line(Map<String, Object> fields, Optional<String> loggedAt) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Line of(String type, String player, String at) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("type", type);
    fields.put("eventId", "e-" + at);
    fields.put("playerId", player);
    fields.put("occurredAt", at);
    return new Line(fields, Optional.empty());
  }

  static Line unlock(String player, String game, String achievement, String at) {
    return of("unlock", player, at).with("gameId", game).with("achievementId", achievement);
  }

  static Line action(String player, String type, String at) {
    return of("action", player, at)
        .with("actionType", type)
        .with("requestId", "r-" + at)
        .with("actionId", "a-" + at);
  }

  static Line playtime(String player, String game, int seconds, String at) {
    return of("playtime", player, at).with("gameId", game).with("seconds", seconds);
  }

  static Line profile(String player, String name, String region, String at) {
    return of("profile", player, at).with("username", name).with("region", region);
  }

  static Line verdict(String player, String verdict, String at) {
    return of("moderation", player, at)
        .with("verdict", verdict)
        .with("reason", "r")
        .with("by", "m");
  }

  Line with(String field, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(fields);
    more.put(field, value);
    return new Line(more, loggedAt);
  }

  Line without(String field) {
    Map<String, Object> less = new LinkedHashMap<>(fields);
    less.remove(field);
    return new Line(less, loggedAt);
  }

  Line logged(String at) {
    return new Line(fields, Optional.of(at));
  }

  ConsumerRecord<byte[], byte[]> stored(long offset) {
    String player = fields.get("playerId").toString();
    long logged =
        loggedAt
            .map(at -> Instant.parse(at).toEpochMilli())
            .orElseGet(
                () -> Moments.read(fields.get("occurredAt").toString()).orElseThrow() + 1000);
    return stored("player-events", player, json(), logged, offset);
  }

  String json() {
    try {
      return JSON.writeValueAsString(fields);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A record with any value. */
  static ConsumerRecord<byte[], byte[]> stored(
      String topic, String key, String value, long loggedAt, long offset) {
    return new ConsumerRecord<>(
        topic,
        0,
        offset,
        loggedAt,
        TimestampType.LOG_APPEND_TIME,
        0,
        0,
        key.getBytes(StandardCharsets.UTF_8),
        value.getBytes(StandardCharsets.UTF_8),
        new RecordHeaders(),
        Optional.empty());
  }
}
