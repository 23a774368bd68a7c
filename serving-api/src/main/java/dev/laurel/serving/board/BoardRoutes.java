package dev.laurel.serving.board;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.laurel.serving.web.Answer;
import dev.laurel.serving.web.Calls;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** GET /scoreboard and GET /leaderboards/{gameId}. */
public final class BoardRoutes implements HttpService {

  private final Boards boards;
  private final Clock clock;
  private final HeldPages held = new HeldPages();

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
    Optional<Top> top = boards.topWith(board, asked.which());
    if (top.isEmpty()) {
      return page(board, asked);
    }
    Optional<Answer> known = held.find(asked, top.get().version(), !boards.areUpToDate());
    known.ifPresent(answer -> boards.noteFromMemory());
    return known.orElseGet(
        () -> {
          Answer made = page(board, asked);
          held.keep(asked, top.get().version(), made);
          return made;
        });
  }

  private Answer page(BoardKey board, AskedPage asked) {
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
