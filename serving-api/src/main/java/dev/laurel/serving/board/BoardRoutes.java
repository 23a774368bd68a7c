package dev.laurel.serving.board;

import dev.laurel.serving.web.Answer;
import dev.laurel.serving.web.Calls;
import dev.laurel.serving.web.ErrorCode;
import dev.laurel.serving.web.PageOfList;
import dev.laurel.serving.web.RefusedException;
import io.helidon.common.uri.UriQuery;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** GET /scoreboard and GET /leaderboards/{gameId}: all-time boards of everyone. */
public final class BoardRoutes implements HttpService {

  private static final String BRIEFLY = "public, max-age=1";

  private final Boards boards;
  private final BooleanSupplier upToDate;

  /**
   * Over these boards.
   *
   * @param upToDate whether the database and the feed of rank changes are there now
   */
  public BoardRoutes(Boards boards, BooleanSupplier upToDate) {
    this.boards = boards;
    this.upToDate = upToDate;
  }

  @Override
  public void routing(HttpRules rules) {
    Calls.get(rules, "/api/v1/scoreboard", request -> board(request, BoardKey.ALL_GAMES));
    Calls.get(rules, "/api/v1/leaderboards/{gameId}", this::leaderboard);
  }

  private Answer leaderboard(ServerRequest request) {
    UriQuery query = request.query();
    only(query, "region", BoardKey.EVERYONE, "the board of everyone");
    only(query, "period", BoardKey.ALL_TIME, "the all-time board");
    if (query.contains("at")) {
      throw RefusedException.parameter(
          ErrorCode.INVALID_PARAMETER,
          "at",
          String.join(",", query.all("at")),
          "nothing: an all-time board has no date");
    }
    if (query.contains("cursor")) {
      throw RefusedException.parameter(
          ErrorCode.INVALID_PARAMETER,
          "cursor",
          String.join(",", query.all("cursor")),
          "limit and offset: no page gives a cursor");
    }
    return board(request, request.path().pathParameters().get("gameId"));
  }

  private Answer board(ServerRequest request, String gameId) {
    PageOfList page = PageOfList.of(request.query(), 10, 100);
    BoardPage part = boards.page(gameId, page);
    boolean stale = !upToDate.getAsBoolean();
    return new Answer(
        new Board(
            RankedEntry.of(part.entries(), page.offset()),
            page.of(part.total()),
            part.publishedAt(),
            part.version(),
            part.asOf(),
            stale),
        BRIEFLY,
        stale);
  }

  private static void only(UriQuery query, String name, String value, String meaning) {
    if (query.contains(name) && !query.all(name).equals(List.of(value))) {
      throw RefusedException.parameter(
          ErrorCode.INVALID_PARAMETER,
          name,
          String.join(",", query.all(name)),
          "'%s', %s, the only one there is".formatted(value, meaning));
    }
  }

  /**
   * A page of a board as answered.
   *
   * @param lastRefresh when the version was published; null for a board that was never published
   * @param asOf event time up to which it is complete; null before the first watermark
   * @param stale true while the database or the feed of rank changes is away
   */
  private record Board(
      List<RankedEntry> leaderboard,
      PageOfList.Pagination pagination,
      Optional<Instant> lastRefresh,
      long version,
      Optional<Instant> asOf,
      boolean stale) {}
}
