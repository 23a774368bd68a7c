package dev.laurel.serving.player;

import dev.laurel.serving.catalog.Games;
import dev.laurel.serving.catalog.UnknownGame;
import dev.laurel.serving.database.Part;
import dev.laurel.serving.web.Answer;
import dev.laurel.serving.web.Calls;
import dev.laurel.serving.web.NumberedPage;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;

/** GET /players/{playerId}/achievements. */
public final class UnlockRoutes implements HttpService {

  private final UnlockedAchievements unlocked;
  private final Games games;

  /** Over these unlocks, and the games of which they may be asked. */
  public UnlockRoutes(UnlockedAchievements unlocked, Games games) {
    this.unlocked = unlocked;
    this.games = games;
  }

  @Override
  public void routing(HttpRules rules) {
    Calls.get(rules, "/api/v1/players/{playerId}/achievements", this::achievements);
  }

  private Answer achievements(ServerRequest request) {
    String playerId = request.path().pathParameters().get("playerId");
    AskedUnlocks asked = AskedUnlocks.of(request.query());
    asked
        .gameId()
        .filter(gameId -> !games.has(gameId))
        .ifPresent(
            gameId -> {
              throw UnknownGame.refusal(gameId);
            });
    Part<UnlockedAchievement> part =
        unlocked.page(playerId, asked).orElseThrow(() -> UnknownPlayer.refusal(playerId));
    return Answer.fresh(new Told(part.items(), asked.page().of(part.total())), "no-cache");
  }

  private record Told(List<UnlockedAchievement> achievements, NumberedPage.Pagination pagination) {}
}
