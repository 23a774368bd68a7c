package dev.laurel.serving.player;

import dev.laurel.serving.board.BoardKey;
import dev.laurel.serving.catalog.Games;
import dev.laurel.serving.catalog.UnknownGame;
import dev.laurel.serving.database.Part;
import dev.laurel.serving.web.Answer;
import dev.laurel.serving.web.Calls;
import dev.laurel.serving.web.Identifier;
import dev.laurel.serving.web.PageOfList;
import dev.laurel.serving.web.Parameter;
import io.helidon.common.uri.UriQuery;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** GET /leaderboards/{gameId}/players/{playerId}/history. */
public final class RankHistoryRoutes implements HttpService {

  private static final int DAYS = 30;
  private static final int MOST = 400;

  private final RankHistory history;
  private final Games games;
  private final Clock clock;

  /**
   * Over this history of the boards of these games.
   *
   * @param clock tells which days are meant where none are given
   */
  public RankHistoryRoutes(RankHistory history, Games games, Clock clock) {
    this.history = history;
    this.games = games;
    this.clock = clock;
  }

  @Override
  public void routing(HttpRules rules) {
    Calls.get(rules, "/api/v1/leaderboards/{gameId}/players/{playerId}/history", this::history);
  }

  private Answer history(ServerRequest request) {
    String gameId = request.path().pathParameters().get("gameId");
    String playerId = request.path().pathParameters().get("playerId");
    UriQuery query = request.query();
    LocalDate to =
        day(query, "to").orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    LocalDate from = day(query, "from").orElseGet(() -> to.minusDays(DAYS));
    if (from.isAfter(to)) {
      throw Parameter.refused("from", from.toString(), "a day not after to, which is " + to);
    }
    PageOfList page = PageOfList.of(query, 50, MOST);
    if (!gameId.equals(BoardKey.ALL_GAMES) && !games.has(gameId)) {
      throw UnknownGame.refusal(
          gameId, "a game of the catalog or '%s'".formatted(BoardKey.ALL_GAMES));
    }
    Part<RankHistory.Past> part =
        Optional.of(playerId)
            .filter(Identifier::isOne)
            .flatMap(player -> history.page(gameId, player, from, to, page))
            .orElseThrow(() -> UnknownPlayer.refusal(playerId));
    return Answer.fresh(
        new Told(part.items(), page.of(part.items().size(), part.total())), "no-cache");
  }

  private static Optional<LocalDate> day(UriQuery query, String name) {
    return Parameter.text(query, name).map(text -> Parameter.day(name, text));
  }

  private record Told(List<RankHistory.Past> history, PageOfList.Pagination pagination) {}
}
