package dev.laurel.local.endtoend;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A log for the {@link GeneratedCatalog}, the same for the same seed: games, regions and changes of
 * region, penalties, repeats, events 13 days late, exclusions and restores, all that is refused,
 * and who looks suspect. It knows what becomes of each line, for each is made to that end.
 */
final class GeneratedLog {
  /** When every partition has its last event, so that all periods before are closed. */
  static final Instant END = Instant.parse("2026-11-06T12:00:00Z");

  private static final List<String> REGIONS = List.of("GB", "NL", "DE", "FR", "BR");

  /**
   * How much of it there is.
   *
   * @param games so many of {@link GeneratedCatalog#GAMES}
   * @param rarely of the profiles and verdicts one in so many, and of the events that are 13 days
   *     late one in a tenth of that: each changes boards that are closed
   */
  record Extent(int events, int players, int games, int rarely, Instant beginning) {
    static final Extent SIX_WEEKS =
        new Extent(30_000, 400, 4, 1, Instant.parse("2026-09-22T06:00:00Z"));
    static final Extent YEAR =
        new Extent(2_000_000, 1_000, 20, 100, Instant.parse("2025-11-06T06:00:00Z"));
  }

  private final Random random;
  private final List<String> lines = new ArrayList<>();
  private final List<String> scoring = new ArrayList<>();
  private final Set<String> unlocked = new HashSet<>();
  private final Extent extent;
  private final int many;
  private Instant now;
  private int accepted;
  private int refused;

  GeneratedLog(long seed, Extent extent) {
    this.random = new Random(seed);
    this.extent = extent;
    this.many = extent.events();
    this.now = extent.beginning();
    Duration step = Duration.between(now, END.minus(Duration.ofHours(6))).dividedBy(many);
    for (int i = 0; i < many; i++) {
      now = now.plus(step);
      lines.add(any());
    }
    suspects();
    now = END;
    for (int player = 0; player < extent.players(); player++) {
      lines.add(action("p" + player, "alpha", "LEVEL_COMPLETE", now, ""));
    }
  }

  /** The lines before the game that comes late has its definition. */
  List<String> firstHalf() {
    return lines.subList(0, many / 2);
  }

  /** The lines after that. */
  List<String> secondHalf() {
    return lines.subList(many / 2, lines.size());
  }

  /** How many actions and unlocks count. */
  int accepted() {
    return accepted;
  }

  /** How many lines are dead letters. */
  int refused() {
    return refused;
  }

  private String any() {
    String player = "p" + random.nextInt(random.nextBoolean() ? 40 : extent.players());
    return switch (random.nextInt(32)) {
      case 0, 1, 2 -> unlock(player, "again", now);
      case 3 -> once(player);
      case 4 -> line("playtime", player, now, "'gameId':'%s','seconds':60".formatted(game()));
      case 5, 6 -> isLeftOut(extent.rarely()) ? race(player, now) : profile(player);
      case 7 -> isLeftOut(extent.rarely()) ? race(player, now) : moderation(player);
      case 8, 9 -> repeat();
      case 10, 11 ->
          race(
              player,
              isLeftOut(Math.max(1, extent.rarely() / 10)) ? now : now.minus(Duration.ofDays(13)));
      case 12 -> refusedOne(player);
      case 13 -> late(player);
      case 14, 15, 16, 17 -> action(player, game(), "LEVEL_COMPLETE", now, "");
      default -> race(player, now);
    };
  }

  private boolean isLeftOut(int oneInSoMany) {
    return random.nextInt(oneInSoMany) > 0;
  }

  private String game() {
    return GeneratedCatalog.GAMES.get(random.nextInt(extent.games()));
  }

  private String race(String player, Instant at) {
    String points = ",'points':%d".formatted(random.nextInt(21) * 10 - 80);
    return action(player, random.nextInt(5) == 0 ? "" : game(), "RACE", at, points);
  }

  /** Nothing waits longer than a minute, in log time. */
  private String late(String player) {
    int waiting = Math.min(many / 8, 60_000);
    boolean waits = lines.size() < many / 2 && lines.size() > many / 2 - waiting;
    return waits ? action(player, "late", "LEVEL_COMPLETE", now, "") : race(player, now);
  }

  private String repeat() {
    return scoring.isEmpty() ? race("p0", now) : scoring.get(random.nextInt(scoring.size()));
  }

  private String once(String player) {
    String game = game();
    return unlocked.add(player + game) ? unlock(player, "once", game, now) : race(player, now);
  }

  private String unlock(String player, String achievement, Instant at) {
    return unlock(player, achievement, game(), at);
  }

  private String unlock(String player, String achievement, String game, Instant at) {
    String named = "'gameId':'%s','achievementId':'%s'".formatted(game, achievement);
    return counted(line("unlock", player, at, named));
  }

  private String action(String player, String game, String type, Instant at, String more) {
    String named = game.isEmpty() ? "" : "'gameId':'%s',".formatted(game);
    int id = lines.size();
    return counted(
        line(
            "action",
            player,
            at,
            "%s'actionType':'%s','requestId':'r%d','actionId':'a%d'%s"
                .formatted(named, type, id, id, more)));
  }

  private String counted(String line) {
    accepted++;
    scoring.add(line);
    return line;
  }

  private String profile(String player) {
    String region = REGIONS.get(random.nextInt(REGIONS.size()));
    return line(
        "profile", player, now, "'username':'n%d','region':'%s'".formatted(lines.size(), region));
  }

  private String moderation(String player) {
    String verdict = random.nextInt(3) == 0 ? "exclude" : "restore";
    return line(
        "moderation", player, now, "'verdict':'%s','reason':'r','by':'m'".formatted(verdict));
  }

  private String refusedOne(String player) {
    refused++;
    boolean early = lines.size() < many / 4;
    String unlock = "'gameId':'%s','achievementId':'%s'";
    return switch (random.nextInt(early ? 6 : 4)) {
      case 0 -> "no JSON " + lines.size();
      case 1 -> line("unlock", player, now, "'gameId':7,'achievementId':'once'");
      case 2 -> line("unlock", player, now, unlock.formatted("closed", "once"));
      case 3 ->
          line(
              "unlock",
              player,
              Instant.parse("2999-01-01T00:00:00Z"),
              unlock.formatted("alpha", "again"));
      case 4 -> line("unlock", player, now, unlock.formatted("too-late", "once"));
      default -> line("unlock", player, now, unlock.formatted("alpha", "none"));
    };
  }

  /** Players at one address, a burst of unlocks, a minute's points, and more than a day allows. */
  private void suspects() {
    for (int i = 0; i < 30; i++) {
      lines.add(action("p" + i, "alpha", "LEVEL_COMPLETE", now, ",'ipAddress':'203.0.113.9'"));
      lines.add(unlock("p1", "again", "beta", now));
    }
    lines.add(action("p2", "gamma", "RACE", now, ",'points':60000"));
    lines.add(action("p3", "", "RARE", now, ""));
    lines.add(action("p3", "", "RARE", now, ""));
    accepted--;
    refused++;
  }

  private String line(String type, String player, Instant at, String more) {
    return GeneratedCatalog.quoted(
        "{'type':'%s','eventId':'e%d','playerId':'%s','occurredAt':'%s',%s}"
            .formatted(type, lines.size(), player, at, more));
  }
}
