package dev.laurel.serving.catalog;

import dev.laurel.serving.database.Part;
import dev.laurel.serving.web.Answer;
import dev.laurel.serving.web.Calls;
import dev.laurel.serving.web.PageOfList;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;

/** GET /games, GET /games/{gameId} and GET /games/{gameId}/achievements. */
public final class GameRoutes implements HttpService {

  private static final String BRIEFLY = "public, max-age=5";

  private final Games games;
  private final Achievements achievements;

  /** Over these games and their achievements. */
  public GameRoutes(Games games, Achievements achievements) {
    this.games = games;
    this.achievements = achievements;
  }

  @Override
  public void routing(HttpRules rules) {
    Calls.get(rules, "/api/v1/games", this::list);
    Calls.get(rules, "/api/v1/games/{gameId}", this::game);
    Calls.get(rules, "/api/v1/games/{gameId}/achievements", this::achievements);
  }

  private Answer list(ServerRequest request) {
    PageOfList page = PageOfList.of(request.query(), 50, 200);
    Part<Game> part = games.page(page);
    return Answer.fresh(
        new GameList(part.items(), page.of(part.items().size(), part.total())), BRIEFLY);
  }

  private Answer game(ServerRequest request) {
    String gameId = request.path().pathParameters().get("gameId");
    return games
        .find(gameId)
        .map(game -> Answer.fresh(game, BRIEFLY))
        .orElseThrow(() -> UnknownGame.refusal(gameId));
  }

  private Answer achievements(ServerRequest request) {
    String gameId = request.path().pathParameters().get("gameId");
    PageOfList page = PageOfList.of(request.query(), 50, 200);
    Part<Achievement> part =
        achievements.page(gameId, page).orElseThrow(() -> UnknownGame.refusal(gameId));
    return Answer.fresh(
        new AchievementList(part.items(), page.of(part.items().size(), part.total())), BRIEFLY);
  }

  private record GameList(List<Game> games, PageOfList.Pagination pagination) {}

  private record AchievementList(
      List<Achievement> achievements, PageOfList.Pagination pagination) {}
}
