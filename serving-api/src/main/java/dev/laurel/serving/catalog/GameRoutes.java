package dev.laurel.serving.catalog;

import dev.laurel.serving.web.Answer;
import dev.laurel.serving.web.Calls;
import dev.laurel.serving.web.PageOfList;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;

/** GET /games. */
public final class GameRoutes implements HttpService {

  private final Games games;

  /** Over these games. */
  public GameRoutes(Games games) {
    this.games = games;
  }

  @Override
  public void routing(HttpRules rules) {
    Calls.get(rules, "/api/v1/games", this::list);
  }

  private Answer list(ServerRequest request) {
    PageOfList page = PageOfList.of(request.query(), 50, 200);
    Games.Part part = games.page(page);
    return Answer.fresh(
        new GameList(part.games(), page.of(part.games().size(), part.total())),
        "public, max-age=5");
  }

  private record GameList(List<Game> games, PageOfList.Pagination pagination) {}
}
