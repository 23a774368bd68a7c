package dev.laurel.serving.player;

import dev.laurel.serving.auth.Callers;
import dev.laurel.serving.database.Part;
import dev.laurel.serving.web.Answer;
import dev.laurel.serving.web.Calls;
import dev.laurel.serving.web.PageOfList;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;

/** GET /users/{userId}/scores/history: for that player and admins. */
public final class HistoryRoutes implements HttpService {

  private final ScoreHistory history;
  private final Callers callers;

  /** Over this history, for those that may read it. */
  public HistoryRoutes(ScoreHistory history, Callers callers) {
    this.history = history;
    this.callers = callers;
  }

  @Override
  public void routing(HttpRules rules) {
    Calls.get(rules, "/api/v1/users/{userId}/scores/history", this::history);
  }

  private Answer history(ServerRequest request) {
    String userId = request.path().pathParameters().get("userId");
    callers.requirePlayerOrAdmin(request.headers(), userId);
    PageOfList page = PageOfList.of(request.query(), 50, 200);
    Part<ScoreEvent> part =
        history.page(userId, page).orElseThrow(() -> UnknownPlayer.refusal(userId));
    return Answer.fresh(
        new Told(part.items(), page.of(part.items().size(), part.total())), "private, no-cache");
  }

  private record Told(List<ScoreEvent> history, PageOfList.Pagination pagination) {}
}
