package dev.laurel.local.verify;

import java.time.Instant;
import java.util.List;

/** The rows of score_events. */
final class ScoreEvents {
  private ScoreEvents() {}

  /** What the row of an accepted unlock or action says behind its key. */
  static List<String> values(Happening what, long worth) {
    return List.of(
        Instant.ofEpochMilli(what.loggedAt()).toString(),
        what.kind().word(),
        what.eventId(),
        what.game(),
        perhaps(what, "achievementId"),
        perhaps(what, "actionType"),
        perhaps(what, "requestId"),
        perhaps(what, "actionId"),
        Long.toString(worth),
        perhaps(what, "metadata"),
        perhaps(what, "ipAddress"),
        perhaps(what, "userAgent"));
  }

  static long digest(Happening what, long worth) {
    return Digest.of(values(what, worth));
  }

  private static String perhaps(Happening what, String field) {
    return what.text(field).orElse(Row.NULL);
  }
}
