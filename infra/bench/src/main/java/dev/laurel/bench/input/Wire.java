package dev.laurel.bench.input;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Events and definitions as the contracts of their topics say. */
public final class Wire {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> REGIONS = List.of("DE", "US", "BR", "JP", "GB");

  private Wire() {}

  /** The id of a player. */
  public static String player(int player) {
    return "player-" + digits(player, 7);
  }

  /** The id of a game. */
  public static String game(int game) {
    return "game-" + digits(game, 2);
  }

  /** The region that a player's profile names. */
  public static String region(int player) {
    return REGIONS.get(player % Input.REGIONS);
  }

  /** An unlock, about 167 bytes. */
  public static byte[] json(Unlock unlock) {
    String text =
        "{\"type\":\"unlock\",\"eventId\":\"e-"
            + digits(unlock.index(), 8)
            + "\",\"playerId\":\""
            + player(unlock.player())
            + "\",\"occurredAt\":\""
            + Instant.ofEpochMilli(unlock.occurredAt())
            + "\",\"gameId\":\""
            + game(unlock.game())
            + "\",\"achievementId\":\"medal-"
            + digits(unlock.achievement(), 2)
            + "\",\"points\":"
            + unlock.points()
            + "}";
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A second that a player played. */
  public static byte[] playtime(String eventId, int player, int game, Instant occurredAt) {
    String text =
        "{\"type\":\"playtime\",\"eventId\":\"%s\",\"playerId\":\"%s\",\"occurredAt\":\"%s\",\"gameId\":\"%s\",\"seconds\":1}"
            .formatted(eventId, player(player), occurredAt, game(game));
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The profile of a player, named before anything else of theirs happened. */
  public static byte[] profile(int player) {
    String text =
        "{\"type\":\"profile\",\"eventId\":\"n-%s\",\"playerId\":\"%s\",\"occurredAt\":\"%s\",\"username\":\"Player %d\",\"region\":\"%s\"}"
            .formatted(
                digits(player, 7),
                player(player),
                Input.FIRST.minusSeconds(3_600),
                player,
                region(player));
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A definition and the key it is sent under. */
  public record Definition(String key, String json) {}

  /** A game. */
  static Definition definition(int game) {
    ObjectNode json = JSON.createObjectNode().put("kind", "game").put("gameId", game(game));
    return new Definition("game/" + game(game), json.put("name", "Game " + game).toString());
  }

  /** An achievement; how much it is worth the event says. */
  static Definition definition(int game, int achievement) {
    String id = "medal-" + digits(achievement, 2);
    ObjectNode json =
        JSON.createObjectNode()
            .put("kind", "achievement")
            .put("gameId", game(game))
            .put("achievementId", id)
            .put("name", "Medal " + achievement)
            .put("maxPoints", Input.MOST_POINTS);
    return new Definition("achievement/" + game(game) + "/" + id, json.toString());
  }

  private static String digits(long number, int width) {
    String text = Long.toString(number);
    return "0".repeat(Math.max(0, width - text.length())) + text;
  }
}
