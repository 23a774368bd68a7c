package dev.laurel.local.verify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What a record of player-events says.
 *
 * @param said the fields of its kind, by name
 * @param occurredAt in milliseconds since 1970
 * @param loggedAt the record's Kafka timestamp, likewise
 */
record Happening(
    Kind kind,
    Map<String, String> said,
    long occurredAt,
    long loggedAt,
    int partition,
    long offset) {

  /** What can happen. */
  enum Kind {
    UNLOCK,
    ACTION,
    PLAYTIME,
    PROFILE,
    MODERATION;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Shape COMMON =
      Shape.empty()
          .must("eventId", Form.IDENTIFIER)
          .must("playerId", Form.IDENTIFIER)
          .must("occurredAt", Form.MOMENT);
  private static final Map<Kind, Shape> SHAPES =
      Map.of(
          Kind.UNLOCK,
          COMMON
              .must("gameId", Form.GAME)
              .must("achievementId", Form.IDENTIFIER)
              .may("points", Form.POINTS)
              .may("metadata", Form.METADATA),
          Kind.ACTION,
          COMMON
              .must("actionType", Form.IDENTIFIER)
              .may("gameId", Form.GAME)
              .must("requestId", Form.IDENTIFIER)
              .must("actionId", Form.IDENTIFIER)
              .may("points", Form.POINTS)
              .may("metadata", Form.METADATA)
              .may("ipAddress", Form.text(64))
              .may("userAgent", Form.text(512)),
          Kind.PLAYTIME,
          COMMON.must("gameId", Form.GAME).must("seconds", Form.whole(1, 86_400)),
          Kind.PROFILE,
          COMMON.must("username", Form.text(100)).must("region", Form.REGION),
          Kind.MODERATION,
          COMMON
              .must("verdict", Form.oneOf("exclude", "restore"))
              .must("reason", Form.text(1000))
              .must("by", Form.text(128)));
  private static final Shape TYPE =
      Shape.empty()
          .must("type", Form.oneOf("unlock", "action", "playtime", "profile", "moderation"));

  /** What the record says; empty if it is malformed or a field is. */
  static Optional<Happening> read(ConsumerRecord<byte[], byte[]> stored) {
    var object = Optional.ofNullable(stored.value()).flatMap(StrictJson::read);
    Optional<Kind> kind =
        object
            .flatMap(TYPE::read)
            .map(read -> Kind.valueOf(read.get("type").toUpperCase(Locale.ROOT)));
    return kind.flatMap(known -> SHAPES.get(known).read(object.get()))
        .filter(said -> isKey(stored.key(), said.get("playerId")))
        .map(said -> of(kind.get(), said, stored));
  }

  /** Whether the record is one JSON object at all. */
  static boolean isObject(ConsumerRecord<byte[], byte[]> stored) {
    return Optional.ofNullable(stored.value()).flatMap(StrictJson::read).isPresent();
  }

  private static Happening of(
      Kind kind, Map<String, String> said, ConsumerRecord<byte[], byte[]> stored) {
    return new Happening(
        kind,
        said,
        Long.parseLong(said.get("occurredAt")),
        stored.timestamp(),
        stored.partition(),
        stored.offset());
  }

  private static boolean isKey(byte[] key, String playerId) {
    return Arrays.equals(key, playerId.getBytes(StandardCharsets.UTF_8));
  }

  String playerId() {
    return said.get("playerId");
  }

  String eventId() {
    return said.get("eventId");
  }

  /** A field, if it is there. */
  Optional<String> text(String field) {
    return Optional.ofNullable(said.get(field));
  }

  /** A field that is there in every record of its kind. */
  String sure(String field) {
    return text(field).orElseThrow(() -> new IllegalStateException(kind + " has no " + field));
  }

  /** The points that it carries, if any. */
  OptionalLong points() {
    return text("points").map(Long::parseLong).map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  /** The game that tables book it under. */
  String game() {
    return text("gameId").orElse("_none");
  }

  /** Whether it says something about the player instead of what they did. */
  boolean isWord() {
    return kind == Kind.PROFILE || kind == Kind.MODERATION;
  }

  /** Whether it puts the player on boards. */
  boolean scores() {
    return kind == Kind.UNLOCK || kind == Kind.ACTION;
  }
}
