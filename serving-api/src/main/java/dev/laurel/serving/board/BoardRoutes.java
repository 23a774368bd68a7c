package dev.laurel.serving.board;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.laurel.serving.web.Answer;
import dev.laurel.serving.web.Calls;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.time.Clock;
import java.util.List;

/** GET /scoreboard and GET /leaderboards/{gameId}. */
public final class BoardRoutes implements HttpService {

  private final Boards boards;
  private final Clock clock;

  /**
   * Over these boards.
   *
   * @param clock tells which period it is where no date is given
   */
  public BoardRoutes(Boards boards, Clock clock) {
    this.boards = boards;
    this.clock = clock;
  }

  @Override
  public void routing(HttpRules rules) {
    Calls.get(
        rules,
        "/api/v1/scoreboard",
        request -> page(request, BoardKey.allTime(BoardKey.ALL_GAMES)));
    Calls.get(
        rules,
        "/api/v1/leaderboards/{gameId}",
        request -> page(request, AskedBoard.of(request, clock)));
  }

  private Answer page(ServerRequest request, BoardKey board) {
    AskedPage asked = AskedPage.of(request.query(), board);
    BoardPart part = boards.part(board, asked.which());
    BoardFacts facts = boards.facts(board, part);
    return new Answer(
        new Page(RankedEntry.of(part), asked.of(part), facts), Boards.BRIEFLY, facts.stale());
  }

  /** A page of a board as answered. */
  private record Page(
      List<RankedEntry> leaderboard,
      AskedPage.Pagination pagination,
      @JsonUnwrapped BoardFacts facts) {}
}
