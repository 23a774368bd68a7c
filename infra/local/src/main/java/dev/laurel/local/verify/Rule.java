package dev.laurel.local.verify;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * One version of a definition.
 *
 * @param subject what it defines, as in {@code game/chess}
 * @param said its fields, by name
 * @param publishedAt the record's Kafka timestamp, in milliseconds since 1970
 * @param inForceFrom the least event time that it judges
 * @param repeats whether unlocks repeat: the first version's word on it
 */
record Rule(
    String subject,
    Map<String, String> said,
    long offset,
    long publishedAt,
    long inForceFrom,
    boolean repeats) {

  /** How long a change is published before it judges anything. */
  static final long NOTICE = 5_000;

  private static final Shape COMMON =
      Shape.empty()
          .must("kind", Form.oneOf("game", "achievement", "action"))
          .may("active", Form.FLAG)
          .may("effectiveFrom", Form.MOMENT)
          .may("imageUrl", Form.text(2048));
  private static final Shape PRICED =
      COMMON
          .may("description", Form.text(2000))
          .may("category", Form.text(100))
          .may("points", Form.POINTS)
          .may("minPoints", Form.POINTS)
          .may("maxPoints", Form.POINTS);
  private static final Map<String, Shape> SHAPES =
      Map.of(
          "game",
          COMMON.must("gameId", Form.GAME).must("name", Form.text(200)),
          "achievement",
          PRICED
              .must("gameId", Form.GAME)
              .must("achievementId", Form.IDENTIFIER)
              .must("name", Form.text(200))
              .may("repeatable", Form.FLAG),
          "action",
          PRICED
              .must("actionType", Form.IDENTIFIER)
              .may("writer", Form.oneOf("player", "game-server"))
              .may("maxPerDay", Form.whole(1, Form.MOST_POINTS)));

  /** The definition as a change of an earlier one; empty if the record is none. */
  static Optional<Rule> read(ConsumerRecord<byte[], byte[]> stored) {
    return Optional.ofNullable(stored.value())
        .flatMap(Rule::fields)
        .map(said -> of(said, stored.offset(), stored.timestamp()));
  }

  /** The fields of a definition that mean something; empty if it is none. */
  static Optional<Map<String, String>> fields(byte[] json) {
    var object = StrictJson.read(json);
    return object
        .flatMap(COMMON::read)
        .flatMap(common -> SHAPES.get(common.get("kind")).read(object.get()))
        .filter(Rule::isPriced);
  }

  private static boolean isPriced(Map<String, String> said) {
    boolean ranges = said.containsKey("maxPoints");
    if (said.get("kind").equals("game")) {
      return true;
    }
    if (said.containsKey("points")) {
      return !ranges && !said.containsKey("minPoints");
    }
    return ranges
        && Long.parseLong(said.getOrDefault("minPoints", "0"))
            <= Long.parseLong(said.get("maxPoints"))
        && !said.getOrDefault("writer", "").equals("player");
  }

  private static Rule of(Map<String, String> said, long offset, long publishedAt) {
    String subject =
        switch (said.get("kind")) {
          case "game" -> game(said.get("gameId"));
          case "achievement" -> achievement(said.get("gameId"), said.get("achievementId"));
          default -> action(said.get("actionType"));
        };
    long soonest = publishedAt + NOTICE;
    long from = Long.parseLong(said.getOrDefault("effectiveFrom", "0"));
    boolean repeats = Boolean.parseBoolean(said.get("repeatable"));
    return new Rule(subject, said, offset, publishedAt, Math.max(soonest, from), repeats);
  }

  static String game(String game) {
    return "game/" + game;
  }

  static String achievement(String game, String achievement) {
    return "achievement/" + game + "/" + achievement;
  }

  static String action(String type) {
    return "action/" + type;
  }

  /** The same as the first version of its subject: it judges from the beginning of time. */
  Rule asFirst() {
    return new Rule(subject, said, offset, publishedAt, 0, repeats);
  }

  /** The same behind a first version, which has decided whether unlocks repeat. */
  Rule behind(Rule first) {
    return new Rule(subject, said, offset, publishedAt, inForceFrom, first.repeats);
  }

  boolean isActive() {
    return !said.getOrDefault("active", "true").equals("false");
  }

  /** Whether an event has to carry its points. */
  boolean ranges() {
    return said.containsKey("maxPoints");
  }

  long least() {
    return Long.parseLong(said.getOrDefault(ranges() ? "minPoints" : "points", "0"));
  }

  long most() {
    return Long.parseLong(said.getOrDefault(ranges() ? "maxPoints" : "points", "0"));
  }

  /** How many of one player count in a day. */
  long maxPerDay() {
    return Long.parseLong(said.getOrDefault("maxPerDay", Long.toString(Long.MAX_VALUE)));
  }

  boolean isLimited() {
    return said.containsKey("maxPerDay");
  }
}
