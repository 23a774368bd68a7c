package dev.laurel.pipeline.proof;

import java.time.Instant;

/**
 * A definition as the oracle knows it; times are in milliseconds since 1970.
 *
 * @param kind game, achievement or action
 * @param name what it defines; of an achievement with its game, as in {@code chess/win}
 * @param variable whether events carry points from least to most; if not, the two are the same
 * @param maxPerDay how many of a player's actions count a day; 0 for any number
 */
public record Rule(
    String kind,
    String name,
    boolean active,
    boolean repeatable,
    boolean variable,
    long least,
    long most,
    int maxPerDay,
    long effectiveFrom,
    long publishedAt) {

  /** A definition that nothing changes, published at the beginning of time. */
  static Rule of(String kind, String name, long least, long most) {
    return new Rule(kind, name, true, false, least != most, least, most, 0, 0, 0);
  }

  /** The same, but for what the first version decides for ever. */
  Rule repeating(boolean first) {
    return new Rule(
        kind, name, active, first, variable, least, most, maxPerDay, effectiveFrom, publishedAt);
  }

  /** As a record of the topic {@code catalog}. */
  public String json() {
    String worth =
        variable
            ? "\"minPoints\":%d,\"maxPoints\":%d".formatted(least, most)
            : "\"points\":%d".formatted(least);
    String subject =
        switch (kind) {
          case "game" -> "\"gameId\":\"%s\",\"name\":\"N\"".formatted(name);
          case "achievement" ->
              "\"gameId\":\"%s\",\"achievementId\":\"%s\",\"name\":\"N\",\"repeatable\":%s,%s"
                  .formatted(
                      name.substring(0, name.indexOf('/')),
                      name.substring(name.indexOf('/') + 1),
                      repeatable,
                      worth);
          default ->
              "\"actionType\":\"%s\",%s%s"
                  .formatted(name, worth, maxPerDay > 0 ? ",\"maxPerDay\":" + maxPerDay : "");
        };
    return "{\"kind\":\"%s\",\"active\":%s,\"effectiveFrom\":\"%s\",%s}"
        .formatted(kind, active, Instant.ofEpochMilli(effectiveFrom), subject);
  }
}
