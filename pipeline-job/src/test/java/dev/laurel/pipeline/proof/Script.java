package dev.laurel.pipeline.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A script of arrivals, in log order. An event is logged when it occurs, unless it is late: then
 * when the newest one before it was.
 */
final class Script {
  private final List<Rule> rules = new ArrayList<>();
  private final List<Deed> deeds = new ArrayList<>();
  private long loggedAt;

  /** With games chess, go and tag; every player's achievement {@code win} is worth 100. */
  Script() {
    for (String game : List.of("chess", "go", "tag")) {
      rules.add(Rule.of("game", game, 0, 0));
      rules.add(Rule.of("achievement", game + "/win", 100, 100));
      rules.add(Rule.of("achievement", game + "/look", 0, 0));
    }
    rules.add(Rule.of("action", "RACE", -1_000, 1_000));
  }

  /** An unlock of the game's achievement. */
  Script unlock(String player, String game, String achievement, String time) {
    return add("unlock", player, Optional.of(game), achievement, "", Optional.empty(), time);
  }

  /** So many points in a game, below 0 for a penalty. */
  Script race(String player, String game, long points, String time) {
    return add("action", player, Optional.of(game), "RACE", "", Optional.of(points), time);
  }

  /** So many points without a game. */
  Script race(String player, long points, String time) {
    return add("action", player, Optional.empty(), "RACE", "", Optional.of(points), time);
  }

  /** That the player is from a region; their username is their id in upper case. */
  Script profile(String player, String region, String time) {
    String name = player.toUpperCase(java.util.Locale.ROOT);
    return add("profile", player, Optional.empty(), name, region, Optional.empty(), time);
  }

  Script exclude(String player, String time) {
    return add("moderation", player, Optional.empty(), "exclude", "", Optional.empty(), time);
  }

  Script restore(String player, String time) {
    return add("moderation", player, Optional.empty(), "restore", "", Optional.empty(), time);
  }

  /** With the clock of the log put on. */
  Script loggedAt(String time) {
    loggedAt = Instant.parse(time).toEpochMilli();
    return this;
  }

  private Script add(
      String type,
      String player,
      Optional<String> game,
      String name,
      String region,
      Optional<Long> points,
      String time) {
    long occurredAt = Instant.parse(time).toEpochMilli();
    loggedAt = Math.max(loggedAt, occurredAt);
    long offset = deeds.size();
    deeds.add(
        new Deed(
            offset, type, player, game, name, "e" + offset, region, points, occurredAt, loggedAt));
    return this;
  }

  List<Rule> rules() {
    return rules;
  }

  List<Deed> deeds() {
    return deeds;
  }
}
