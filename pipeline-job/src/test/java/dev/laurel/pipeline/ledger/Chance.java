package dev.laurel.pipeline.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Logs and catalogs by chance, made of few names and near times so that everything collides. */
final class Chance {
  static final List<String> PLAYERS = List.of("ada", "bob", "cy");
  static final List<String> GAMES = List.of("chess", "tag", "go");

  private static final List<String> ACHIEVEMENTS = List.of("win", "again", "again-2", "race");
  private static final List<String> ACTIONS = List.of("LEVEL", "BONUS", "RACE");
  private static final long MINUTE = 60_000;
  private static final long DAY = 86_400_000;

  private final Random random;

  Chance(Random random) {
    this.random = random;
  }

  boolean happens(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** A log of so many deeds. */
  List<Deed> deeds(int many) {
    List<Deed> deeds = new ArrayList<>();
    long loggedAt = 0;
    for (int offset = 0; offset < many; offset++) {
      loggedAt += happens(15) ? below(32) * DAY : happens(3) ? below(40_000) : below(3) * 500L;
      deeds.add(deed(offset, loggedAt));
    }
    return deeds;
  }

  private Deed deed(long offset, long loggedAt) {
    String type = any(List.of("unlock", "unlock", "action", "action", "playtime", "word"));
    String word = any(List.of("profile", "moderation"));
    String player = any(PLAYERS);
    long occurredAt =
        happens(3) ? loggedAt - below(2 * (int) DAY) : loggedAt + 5 * MINUTE - below(600) * 1000L;
    Optional<String> game = Optional.of(any(GAMES));
    return switch (type) {
      case "unlock" ->
          new Deed(
              offset, type, player, game, any(ACHIEVEMENTS), id(), points(), occurredAt, loggedAt);
      case "action" ->
          new Deed(
              offset,
              type,
              player,
              game.filter(g -> !happens(3)),
              any(ACTIONS),
              id(),
              points(),
              occurredAt,
              loggedAt);
      case "playtime" ->
          new Deed(offset, type, player, game, "", id(), Optional.empty(), occurredAt, loggedAt);
      default ->
          new Deed(
              offset,
              word,
              player,
              Optional.empty(),
              word.equals("profile") ? "name-" + below(3) : any(List.of("exclude", "restore")),
              "w-" + offset,
              Optional.empty(),
              occurredAt - occurredAt % 10_000,
              loggedAt);
    };
  }

  private String id() {
    return "id-" + below(6);
  }

  private Optional<Long> points() {
    return happens(2) ? Optional.empty() : Optional.of(below(7) - 3L);
  }

  /** A catalog, in the order of publication; some names may be missing. */
  List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    for (String game : GAMES) {
      publish(rules, "game", game);
      ACHIEVEMENTS.forEach(name -> publish(rules, "achievement", game + "/" + name));
    }
    ACTIONS.forEach(name -> publish(rules, "action", name));
    rules.sort(Comparator.comparingLong(Rule::publishedAt));
    return rules;
  }

  private void publish(List<Rule> rules, String kind, String name) {
    if (happens(12)) {
      return;
    }
    long publishedAt = happens(3) ? below(150) * 1000L : -DAY;
    int versions = 1 + below(3);
    for (int version = 0; version < versions; version++) {
      long least = name.toUpperCase(java.util.Locale.ROOT).endsWith("RACE") ? -2 : below(3) - 1L;
      rules.add(
          new Rule(
              kind,
              name,
              !happens(6),
              kind.equals("achievement") && name.contains("again") != (version > 0),
              least == -2,
              least,
              least == -2 ? 2 : least,
              kind.equals("action") && !name.equals("LEVEL") && !happens(3) ? 1 + below(2) : 0,
              publishedAt + (happens(2) ? below(90) * 1000L : 0),
              publishedAt));
      publishedAt = Math.max(publishedAt, 0) + below(90) * 1000L;
    }
  }
}
