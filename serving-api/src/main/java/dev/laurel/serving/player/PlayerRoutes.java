package dev.laurel.serving.player;

import dev.laurel.serving.web.Answer;
import dev.laurel.serving.web.Calls;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;

/** GET /players/{playerId}. */
public final class PlayerRoutes implements HttpService {

  private final Players players;

  /** Over these players. */
  public PlayerRoutes(Players players) {
    this.players = players;
  }

  @Override
  public void routing(HttpRules rules) {
    Calls.get(rules, "/api/v1/players/{playerId}", this::player);
  }

  private Answer player(ServerRequest request) {
    String playerId = request.path().pathParameters().get("playerId");
    return players
        .find(playerId)
        .map(player -> Answer.fresh(player, "no-cache"))
        .orElseThrow(() -> UnknownPlayer.refusal(playerId));
  }
}
