package dev.laurel.pipeline.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Catalogs by chance for a {@link RandomLog}: entries that are missing or come late, that change
 * their price, are switched off, have limits or take points from events.
 */
public final class RandomCatalog {
  private final Chance chance;
  private final long beginning;

  /** Catalogs for a log that begins at that log time, in milliseconds since 1970. */
  public RandomCatalog(Chance chance, long beginning) {
    this.chance = chance;
    this.beginning = beginning;
  }

  /** A catalog, in the order of publication. */
  public List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    for (String game : RandomLog.GAMES) {
      publish(rules, "game", game);
      RandomLog.ACHIEVEMENTS.forEach(name -> publish(rules, "achievement", game + "/" + name));
    }
    RandomLog.ACTIONS.forEach(name -> publish(rules, "action", name));
    rules.sort(Comparator.comparingLong(Rule::publishedAt));
    return rules;
  }

  private void publish(List<Rule> rules, String kind, String name) {
    if (chance.happens(16)) {
      return;
    }
    long publishedAt = chance.happens(3) ? seconds(150) : -RandomLog.DAY;
    int versions = 1 + chance.below(3);
    for (int version = 0; version < versions; version++) {
      rules.add(rule(kind, name, version, beginning + publishedAt));
      publishedAt =
          Math.max(publishedAt, 0)
              + (chance.happens(4) ? chance.below(40) * RandomLog.DAY : seconds(90));
    }
  }

  private Rule rule(String kind, String name, int version, long publishedAt) {
    boolean race = name.toUpperCase(Locale.ROOT).endsWith("RACE");
    long least = race ? -2 : chance.below(3) - 1L;
    boolean limited = kind.equals("action") && !name.equals("LEVEL") && !chance.happens(3);
    return new Rule(
        kind,
        name,
        !chance.happens(8),
        kind.equals("achievement") && name.contains("again") != (version > 0),
        race,
        least,
        race ? 2 : least,
        limited ? 1 + chance.below(2) : 0,
        publishedAt + (chance.happens(2) ? seconds(90) : 0),
        publishedAt);
  }

  private long seconds(int below) {
    return chance.below(below) * RandomLog.SECOND;
  }
}
