package dev.laurel.local.verify;

import java.util.Map;

/** A log from which every table gets rows. */
final class LogOfAllKinds {
  private LogOfAllKinds() {}

  /** Its last event is of 2026-03-05, and one is older than daily statistics are kept. */
  static Script write() {
    Script log = Script.begin();
    log.accepted(
        Line.profile("ada", "Ada \"A\"\n☃", "GB", "2026-03-01T00:00:00Z"),
        Line.action("ada", "LEVEL", "2024-02-29T10:00:00Z").with("gameId", "chess"),
        Line.unlock("ada", "chess", "win", "2026-03-01T10:00:00Z"),
        Line.unlock("ada", "chess", "check", "2026-03-01T11:00:00Z").with("metadata", Map.of()),
        Line.action("ada", "LEVEL", "2026-03-02T10:00:00.123Z")
            .with("gameId", "tag")
            .with("ipAddress", "192.0.2.7")
            .with("metadata", Map.of("a", 1)),
        Line.action("bob", "RACE", "2026-03-05T11:00:00Z").with("points", -20),
        Line.playtime("bob", "tag", 600, "2026-03-05T10:00:00Z"),
        Line.verdict("cy", "exclude", "2026-03-05T10:00:00Z"),
        Line.action("cy", "NOTHING", "2026-03-05T10:00:00Z").with("gameId", "tag"));
    log.send(Line.action("cy", "NONE", "2026-03-05T10:00:00Z"));
    return log;
  }
}
