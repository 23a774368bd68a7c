package dev.laurel.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.pipeline.board.Board;
import dev.laurel.pipeline.board.Standing;
import dev.laurel.pipeline.event.Arrival;
import dev.laurel.pipeline.event.EventReader;
import dev.laurel.pipeline.event.SourceRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Records as games could send them, and what they add up to, the plain way: all accepted events of
 * each player, summed and sorted at the end.
 */
final class RandomPlay {
  static final List<String> GAMES = List.of("chess", "go");
  static final Instant LOGGED_AT = Instant.parse("2020-03-01T12:00:00Z");

  /** An event that counts. */
  private record Counted(String player, String game, long points, Instant occurredAt) {}

  private final Random random;
  private final List<Counted> counted = new ArrayList<>();
  private final Set<String> unlocked = new HashSet<>();
  private final Map<String, String> names = new HashMap<>();
  private final Set<String> excluded = new HashSet<>();
  private long number;
  private long refused;

  RandomPlay(Random random) {
    this.random = random;
  }

  /** The catalog that the records are made for. */
  static List<String> catalog() {
    List<String> catalog = new ArrayList<>();
    catalog.add(
        "{'kind':'action','actionType':'RACE','minPoints':-500,'maxPoints':500,'writer':'game-server'}");
    for (String game : GAMES) {
      catalog.add("{'kind':'game','gameId':'%s','name':'G'}".formatted(game));
      catalog.add(
          "{'kind':'achievement','gameId':'%s','achievementId':'win','name':'W','points':5}"
              .formatted(game));
    }
    return catalog.stream().map(json -> json.replace('\'', '"')).toList();
  }

  /** The next record of a partition of the log. */
  Arrival next(int partition) {
    String player = "p" + partition + "-" + random.nextInt(12);
    number++;
    String json =
        switch (random.nextInt(16)) {
          case 0 -> malformed();
          case 1 -> unknownGame(player);
          case 2 -> profile(player);
          case 3 -> moderation(player);
          case 4, 5 -> unlock(player);
          default -> action(player);
        };
    byte[] value = json.replace('\'', '"').getBytes(UTF_8);
    return EventReader.read(
        new SourceRecord("log", partition, number, LOGGED_AT, player.getBytes(UTF_8), value));
  }

  List<Standing> top(Board board, int size) {
    Map<String, List<Counted>> byPlayer = new HashMap<>();
    counted.stream()
        .filter(one -> !excluded.contains(one.player()))
        .filter(one -> board.scope().equals("global") || board.gameId().equals(one.game()))
        .forEach(one -> byPlayer.computeIfAbsent(one.player(), p -> new ArrayList<>()).add(one));
    return byPlayer.values().stream()
        .map(this::standing)
        .sorted(Standing.RANK_ORDER)
        .limit(size)
        .toList();
  }

  long accepted() {
    return counted.size();
  }

  long refused() {
    return refused;
  }

  private Standing standing(List<Counted> events) {
    String player = events.get(0).player();
    Instant reachedAt =
        events.stream()
            .filter(one -> one.points() != 0)
            .map(Counted::occurredAt)
            .max(Instant::compareTo)
            .orElseGet(
                () -> events.stream().map(Counted::occurredAt).min(Instant::compareTo).get());
    long score = events.stream().mapToLong(Counted::points).sum();
    String name = names.get(player);
    return new Standing(player, score, reachedAt, name, name == null ? null : "GB");
  }

  private String action(String player) {
    String game = random.nextInt(3) == 0 ? "_none" : GAMES.get(random.nextInt(GAMES.size()));
    Instant occurredAt = LOGGED_AT.minusSeconds(random.nextInt(4));
    long points = random.nextInt(8) - 2L;
    counted.add(new Counted(player, game, points, occurredAt));
    String named = game.equals("_none") ? "" : "'gameId':'%s',".formatted(game);
    return event("action", player, occurredAt)
        + "%s'actionType':'RACE','requestId':'r%d','actionId':'a','points':%d}"
            .formatted(named, number, points);
  }

  private String unlock(String player) {
    String game = GAMES.get(random.nextInt(GAMES.size()));
    Instant occurredAt = LOGGED_AT.minusSeconds(random.nextInt(4));
    if (unlocked.add(player + "/" + game)) {
      counted.add(new Counted(player, game, 5, occurredAt));
    }
    return event("unlock", player, occurredAt)
        + "'gameId':'%s','achievementId':'win'}".formatted(game);
  }

  private String malformed() {
    refused++;
    return "{'type':'action'";
  }

  private String unknownGame(String player) {
    refused++;
    return event("unlock", player, LOGGED_AT) + "'gameId':'chss','achievementId':'win'}";
  }

  private String profile(String player) {
    names.put(player, "n" + number);
    return event("profile", player, LOGGED_AT.plusMillis(number))
        + "'username':'n%d','region':'GB'}".formatted(number);
  }

  private String moderation(String player) {
    boolean excludes = excluded.add(player) || !excluded.remove(player);
    return event("moderation", player, LOGGED_AT.plusMillis(number))
        + "'verdict':'%s','reason':'r','by':'m'}".formatted(excludes ? "exclude" : "restore");
  }

  private String event(String type, String player, Instant occurredAt) {
    return "{'type':'%s','eventId':'e%d','playerId':'%s','occurredAt':'%s',"
        .formatted(type, number, player, occurredAt);
  }
}
