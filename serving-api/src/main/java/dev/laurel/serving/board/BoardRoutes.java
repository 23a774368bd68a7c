package dev.laurel.serving.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.laurel.serving.web.Answer;
import dev.laurel.serving.web.Calls;
import dev.laurel.serving.web.PageOfList;
import dev.laurel.serving.web.Parameter;
import io.helidon.common.uri.UriQuery;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** GET /scoreboard and GET /leaderboards/{gameId}. */
public final class BoardRoutes implements HttpService {

  private static final String BRIEFLY = "public, max-age=1";

  private final Boards boards;
  private final BooleanSupplier upToDate;
  private final Clock clock;

  /**
   * Over these boards.
   *
   * @param upToDate whether the database and the feed of rank changes are there now
   * @param clock tells which period it is where no date is given
   */
  public BoardRoutes(Boards boards, BooleanSupplier upToDate, Clock clock) {
    this.boards = boards;
    this.upToDate = upToDate;
    this.clock = clock;
  }

  @Override
  public void routing(HttpRules rules) {
    Calls.get(
        rules,
        "/api/v1/scoreboard",
        request -> board(request, BoardKey.allTime(BoardKey.ALL_GAMES)));
    Calls.get(rules, "/api/v1/leaderboards/{gameId}", this::leaderboard);
  }

  private Answer leaderboard(ServerRequest request) {
    Parameter.text(request.query(), "cursor")
        .ifPresent(
            cursor -> {
              throw Parameter.refused("cursor", cursor, "limit and offset: no page gives a cursor");
            });
    return board(request, asked(request));
  }

  private BoardKey asked(ServerRequest request) {
    UriQuery query = request.query();
    BoardSeries series =
        new BoardSeries(
            request.path().pathParameters().get("gameId"),
            Parameter.text(query, "region").map(ReadBoardName::region).orElse(BoardKey.EVERYONE),
            Parameter.text(query, "period").map(ReadBoardName::period).orElse(Period.ALL_TIME));
    Optional<String> at = Parameter.text(query, "at");
    if (at.isPresent() && series.period() == Period.ALL_TIME) {
      throw Parameter.refused("at", at.get(), "nothing: an all-time board has no date");
    }
    return at.map(ReadBoardName::day).map(series::on).orElseGet(() -> series.at(clock.instant()));
  }

  /** A finished board comes from the table as it is asked for, so it is never stale. */
  private Answer board(ServerRequest request, BoardKey board) {
    PageOfList page = PageOfList.of(request.query(), 10, 100);
    BoardPage part = boards.page(board, page);
    boolean stale = part.revision().isEmpty() && !upToDate.getAsBoolean();
    return new Answer(
        new Board(
            RankedEntry.of(part.entries(), page.offset()),
            page.of(part.entries().size(), part.total()),
            part.publishedAt(),
            part.version(),
            part.asOf(),
            stale,
            Optional.of(board).filter(asked -> !asked.isAllTime()).map(of -> Span.of(of, part))),
        BRIEFLY,
        stale);
  }

  /**
   * A page of a board as answered.
   *
   * @param lastRefresh when the version was published; null for a board that was never published
   * @param asOf event time up to which it is complete; null before the first watermark
   * @param stale true while the database or the feed of rank changes is away
   * @param period left out of an all-time board
   */
  private record Board(
      List<RankedEntry> leaderboard,
      PageOfList.Pagination pagination,
      Optional<Instant> lastRefresh,
      long version,
      Optional<Instant> asOf,
      boolean stale,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Span> period) {}

  /**
   * The period of a board as answered.
   *
   * @param endsAt the first moment that counts no more
   * @param closesAt event time at which the board closes
   * @param isFinal whether the board is closed, and this is what it ended with
   * @param revision of that standing; null until then
   */
  private record Span(
      Instant startsAt,
      Instant endsAt,
      Instant closesAt,
      @JsonProperty("final") boolean isFinal,
      Optional<Integer> revision) {

    static Span of(BoardKey board, BoardPage page) {
      return new Span(
          board.startsAt(),
          board.endsAt(),
          board.closesAt(),
          page.revision().isPresent(),
          page.revision());
    }
  }
}
