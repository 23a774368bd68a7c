package dev.laurel.serving.player;

import dev.laurel.serving.catalog.Games;
import dev.laurel.serving.catalog.UnknownGame;
import dev.laurel.serving.web.Answer;
import dev.laurel.serving.web.Calls;
import dev.laurel.serving.web.ErrorCode;
import dev.laurel.serving.web.PageOfList;
import dev.laurel.serving.web.Parameter;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Optional;

/** GET /players/{playerId}/dashboard and GET /players/{playerId}/statistics. */
public final class StatisticsRoutes implements HttpService {

  private static final int DAYS = 30;
  private static final int MOST_DAYS = 400;

  private final Dashboards dashboards;
  private final Statistics statistics;
  private final Games games;

  /** Over these statistics, and the games of which they may be asked. */
  public StatisticsRoutes(Dashboards dashboards, Statistics statistics, Games games) {
    this.dashboards = dashboards;
    this.statistics = statistics;
    this.games = games;
  }

  @Override
  public void routing(HttpRules rules) {
    Calls.get(rules, "/api/v1/players/{playerId}/dashboard", this::dashboard);
    Calls.get(rules, "/api/v1/players/{playerId}/statistics", this::statistics);
  }

  private Answer dashboard(ServerRequest request) {
    String playerId = request.path().pathParameters().get("playerId");
    Timeframe timeframe = Timeframe.of(request.query());
    int limit =
        Parameter.whole(request.query(), "limit", 1, MOST_DAYS, ErrorCode.INVALID_LIMIT)
            .orElse(DAYS);
    return dashboards
        .find(playerId, timeframe, limit)
        .map(dashboard -> Answer.fresh(dashboard, "no-cache"))
        .orElseThrow(() -> UnknownPlayer.refusal(playerId));
  }

  private Answer statistics(ServerRequest request) {
    String playerId = request.path().pathParameters().get("playerId");
    AskedStatistics asked = AskedStatistics.of(request.query());
    asked.gameId().ifPresent(this::requireGame);
    return statistics
        .page(playerId, asked)
        .map(page -> Answer.fresh(Told.of(asked, page), "no-cache"))
        .orElseThrow(() -> UnknownPlayer.refusal(playerId));
  }

  private void requireGame(String gameId) {
    if (!gameId.equals(Completion.NO_GAME) && !games.has(gameId)) {
      throw UnknownGame.refusal(
          gameId,
          "a game of the catalog or '%s' for actions without a game".formatted(Completion.NO_GAME));
    }
  }

  /**
   * Statistics as answered.
   *
   * @param gameId null for all games together
   */
  private record Told(
      Optional<String> gameId,
      String granularity,
      List<PeriodStatistics> statistics,
      TotalStatistics totals,
      PageOfList.Pagination pagination) {

    static Told of(AskedStatistics asked, Statistics.Page page) {
      return new Told(
          asked.gameId(),
          asked.granularity().toString(),
          page.periods(),
          page.totals(),
          asked.page().of(page.periods().size(), page.total()));
    }
  }
}
