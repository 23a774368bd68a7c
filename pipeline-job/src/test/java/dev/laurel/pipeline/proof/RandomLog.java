package dev.laurel.pipeline.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Logs by chance, made of few names and near times, so that everything collides: repeats, ties,
 * events that come late, very late and out of order, penalties, changes of region, exclusions and
 * restores, around the days on which calendars go wrong.
 */
public final class RandomLog {
  /** Their order is by bytes: upper case first, a prefix before what it begins. */
  public static final List<String> PLAYERS =
      List.of("ada", "Ada", "bob", "ad", "cy", "d-1", "d-10", "d-2", "Z", "z:1", "z_1", "Zz");

  public static final List<String> GAMES = List.of("chess", "tag", "go");
  public static final List<String> REGIONS = List.of("NL", "GB", "DE");

  static final List<String> ACHIEVEMENTS = List.of("win", "again", "again-2", "race");
  static final List<String> ACTIONS = List.of("LEVEL", "BONUS", "RACE");
  static final long SECOND = 1_000;
  static final long MINUTE = 60 * SECOND;
  static final long HOUR = 60 * MINUTE;
  static final long DAY = 24 * HOUR;

  /** Shortly before: a leap day, a new year, the first day of an ISO year, an ordinary noon. */
  private static final List<Long> BEGINNINGS =
      Stream.of(
              "2024-02-28T23:50:00Z",
              "2100-02-28T23:50:00Z",
              "2025-12-31T23:55:00Z",
              "2024-12-29T23:55:00Z",
              "2027-01-03T23:55:00Z",
              "2026-03-01T12:00:00Z")
          .map(time -> Instant.parse(time).toEpochMilli())
          .toList();

  private final Chance chance;
  private final List<String> players;
  private final long beginning;

  /** Logs of so many players, at least one. */
  public RandomLog(Chance chance, int players) {
    this.chance = chance;
    this.players = PLAYERS.subList(0, players);
    this.beginning = chance.any(BEGINNINGS);
  }

  /** The log time at which they begin, in milliseconds since 1970. */
  public long beginning() {
    return beginning;
  }

  /** A log of so many deeds. */
  public List<Deed> deeds(int many) {
    List<Deed> deeds = new ArrayList<>();
    long loggedAt = beginning;
    for (int offset = 0; offset < many; offset++) {
      loggedAt += pause();
      deeds.add(deed(offset, loggedAt));
    }
    return deeds;
  }

  private long pause() {
    return switch (chance.below(20)) {
      case 0 -> chance.below(32) * DAY;
      case 1 -> chance.below(30) * HOUR;
      case 2, 3, 4, 5 -> chance.below(40_000);
      default -> chance.below(3) * 500L;
    };
  }

  private Deed deed(long offset, long loggedAt) {
    return switch (chance.below(12)) {
      case 0, 1, 2, 3 -> scoring("unlock", offset, loggedAt);
      case 4, 5, 6, 7 -> scoring("action", offset, loggedAt);
      case 8 -> deed(offset, "playtime", Optional.of(chance.any(GAMES)), "", loggedAt);
      case 9, 10 -> {
        String name = chance.happens(2) ? "name-é" : chance.named("name-", 3);
        yield deed(offset, "profile", Optional.empty(), name, loggedAt);
      }
      default -> {
        String verdict = chance.any(List.of("exclude", "restore"));
        yield deed(offset, "moderation", Optional.empty(), verdict, loggedAt);
      }
    };
  }

  private Deed scoring(String type, long offset, long loggedAt) {
    boolean action = type.equals("action");
    Optional<String> game =
        action && chance.happens(3) ? Optional.empty() : Optional.of(chance.any(GAMES));
    Deed deed = deed(offset, type, game, chance.any(action ? ACTIONS : ACHIEVEMENTS), loggedAt);
    boolean carries = chance.happens(2) || isFromTheFuture(deed);
    return carries ? deed.worth(chance.below(7) - 3L) : deed;
  }

  private Deed deed(long offset, String type, Optional<String> game, String name, long loggedAt) {
    return new Deed(
        offset,
        type,
        chance.any(players),
        game,
        name,
        chance.named("id-", 8),
        type.equals("profile") ? chance.any(REGIONS) : "",
        Optional.empty(),
        occurredAt(loggedAt),
        loggedAt);
  }

  private long occurredAt(long loggedAt) {
    long newest = loggedAt + 5 * MINUTE;
    long time =
        switch (chance.below(16)) {
          case 0 -> midnight(loggedAt - chance.below(40) * DAY) - 1;
          case 1, 2 -> midnight(loggedAt) + chance.below(2);
          case 3 -> loggedAt - 13 * DAY;
          case 4 -> loggedAt - 45 * DAY;
          case 5 -> loggedAt - chance.below(420) * DAY;
          case 6, 7 -> loggedAt - chance.below(2 * (int) DAY);
          case 8 -> newest;
          default -> newest - chance.below(600) * SECOND;
        };
    if (chance.happens(60)) {
      return newest + (chance.happens(2) ? 1 : 3_650 * DAY);
    }
    return chance.happens(2) ? time : time - time % (10 * SECOND);
  }

  private static long midnight(long time) {
    return time - Math.floorMod(time, DAY);
  }

  private static boolean isFromTheFuture(Deed deed) {
    return deed.occurredAt() > deed.loggedAt() + 5 * MINUTE;
  }
}
