package dev.laurel.local.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Makes up what players do, one event after the other; the same seed makes the same events. */
final class DemoTraffic {

  /** An event as it is sent. */
  record DemoEvent(String playerId, String json) {}

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> ACTIONS =
      List.of(
          "LEVEL_COMPLETE",
          "STREAK_BONUS",
          "PERFECT_SCORE",
          "DAILY_BONUS",
          "CHALLENGE_WIN",
          "ACHIEVEMENT_UNLOCK",
          "BOSS_DEFEAT",
          "FIRST_TIME_BONUS");

  private final DemoWorld world;
  private final SplittableRandom random;
  private final String run;
  private final List<String> games;
  private final Zipf players;
  private final Zipf favourites;
  private final Zipf actions = new Zipf(ACTIONS.size(), 0.8);
  private final Set<String> introduced = new HashSet<>();
  private long made;

  /**
   * @param run part of every event's name, so that two runs never name two events alike
   */
  DemoTraffic(DemoWorld world, long seed, String run) {
    this.world = world;
    this.random = new SplittableRandom(seed);
    this.run = run;
    this.games = List.copyOf(world.games().keySet());
    this.players = new Zipf(world.players().size(), 1.0);
    this.favourites = new Zipf(games.size(), 0.9);
  }

  /**
   * What somebody does at {@code now}; the first time we see them their profile comes before it.
   */
  List<DemoEvent> next(Instant now) {
    DemoWorld.Player player = world.players().get(players.pick(random));
    List<DemoEvent> events = new ArrayList<>();
    if (introduced.add(player.id())) {
      ObjectNode profile = event("profile", player, now);
      events.add(sent(profile.put("username", player.username()).put("region", player.region())));
    }
    events.add(sent(deed(player, now)));
    return events;
  }

  private ObjectNode deed(DemoWorld.Player player, Instant now) {
    String game = games.get(favourites.pick(random));
    int dice = random.nextInt(100);
    if (dice < 65) {
      ObjectNode action = event("action", player, now);
      String name = action.path("eventId").asText();
      action
          .put("actionType", ACTIONS.get(actions.pick(random)))
          .put("requestId", name)
          .put("actionId", name);
      return dice < 60 ? action.put("gameId", game) : action;
    }
    if (dice < 85) {
      List<String> achievements = world.games().get(game);
      return event("unlock", player, now)
          .put("gameId", game)
          .put("achievementId", achievements.get(random.nextInt(achievements.size())));
    }
    return event("playtime", player, now)
        .put("gameId", game)
        .put("seconds", random.nextInt(60, 3_600));
  }

  private ObjectNode event(String type, DemoWorld.Player player, Instant now) {
    made++;
    return JSON.createObjectNode()
        .put("type", type)
        .put("eventId", "demo-" + run + "-" + made)
        .put("playerId", player.id())
        .put("occurredAt", now.toString());
  }

  private static DemoEvent sent(ObjectNode event) {
    return new DemoEvent(event.path("playerId").asText(), event.toString());
  }
}
