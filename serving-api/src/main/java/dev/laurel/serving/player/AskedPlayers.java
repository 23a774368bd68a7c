package dev.laurel.serving.player;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.laurel.serving.web.ErrorCode;
import dev.laurel.serving.web.Identifier;
import dev.laurel.serving.web.Parameter;
import dev.laurel.serving.web.RefusedException;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import java.util.ArrayList;
import java.util.List;

/** Reads whose places are asked for: names with commas between, or a body that is a JSON list. */
final class AskedPlayers {

  private static final int MOST = 100;
  private static final String EXPECTED = "1 to %d playerIds".formatted(MOST);
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private AskedPlayers() {}

  /**
   * Each player once, in the order in which they are named first.
   *
   * @throws RefusedException MISSING_REQUIRED_FIELDS without any, INVALID_PARAMETER if one is no
   *     playerId or they are too many
   */
  static List<String> of(ServerRequest request) {
    List<String> players =
        (request.prologue().method().equals(Method.POST)
                ? inBody(request.content().as(String.class))
                : inQuery(request))
            .stream().distinct().toList();
    if (players.size() > MOST) {
      throw Parameter.refused("players", players.size() + " playerIds", EXPECTED);
    }
    return players;
  }

  private static List<String> inQuery(ServerRequest request) {
    String text =
        Parameter.text(request.query(), "players")
            .orElseThrow(
                () ->
                    new RefusedException(
                        ErrorCode.MISSING_REQUIRED_FIELDS,
                        "players is not given, expected " + EXPECTED + ", comma-separated"));
    List<String> players = List.of(text.split(",", -1));
    players.forEach(AskedPlayers::requireName);
    return players;
  }

  private static List<String> inBody(String body) {
    try {
      JsonNode list = JSON.readTree(body);
      if (!list.isArray() || list.isEmpty()) {
        throw Parameter.refused("players", body, "a JSON list of " + EXPECTED);
      }
      List<String> players = new ArrayList<>();
      for (JsonNode player : list) {
        requireName(player.isTextual() ? player.asText() : player.toString());
        if (!player.isTextual()) {
          throw Parameter.refused("players", player.toString(), "a text");
        }
        players.add(player.asText());
      }
      return players;
    } catch (JsonProcessingException e) {
      throw Parameter.refused("players", body, "a JSON list of " + EXPECTED);
    }
  }

  private static void requireName(String player) {
    if (!Identifier.isOne(player)) {
      throw Parameter.refused(
          "players", player, "playerIds of 1 to 128 letters, digits and any of ._:@-");
    }
  }
}
