package dev.laurel.bench.input;

import java.time.Instant;
import java.util.Locale;

/**
 * One log, wholly: the same values always make the same bytes.
 *
 * @param events unlocks, repeats included; profiles come on top
 * @param players how many there are to play
 * @param worths how many different numbers of points an unlock may be worth
 * @param profiles whether a player's first event is a profile, which names one of five regions
 */
public record Input(
    Shape shape, long events, int players, int worths, boolean profiles, long seed) {

  /** The most games of a log. */
  static final int MOST_GAMES = 300;

  /** Achievements of every game; a set of them is one {@code long}. */
  public static final int ACHIEVEMENTS = 60;

  /** Regions that profiles name. */
  public static final int REGIONS = 5;

  /** Of a hundred events so many are sent again as they were. */
  public static final int REPEATS_PERCENT = 3;

  /** Achievements are worth up to this many points. */
  public static final int MOST_POINTS = 10_000;

  /** When the first unlock happened: five days from here on lie in two weeks and two months. */
  public static final Instant FIRST = Instant.parse("2025-03-29T00:00:00Z");

  /**
   * To be raised whenever the same values make other bytes than before: kept logs are known by it.
   */
  private static final int VERSION = 2;

  /** Part of the names of its topics. */
  public String name() {
    return "%s-%dk-players-%dk-events-%d-worths%s-seed-%d-v%d"
        .formatted(
            shape.name().toLowerCase(Locale.ROOT),
            players / 1000,
            events / 1000,
            worths,
            profiles ? "-profiles" : "",
            seed,
            VERSION);
  }

  /** From the first unlock to the last, in milliseconds. */
  long spanMillis() {
    return shape.days * 86_400_000L;
  }

  /** The topic that holds the events. */
  public String eventsTopic() {
    return "events-" + name();
  }

  /** The same players, games and prices with other events. */
  public Input withEvents(long others) {
    return new Input(shape, others, players, worths, profiles, seed);
  }

  /** The same unlocks, each player's first after a profile. */
  public Input withProfiles() {
    return new Input(shape, events, players, worths, true, seed);
  }
}
