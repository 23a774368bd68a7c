package dev.laurel.serving.player;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.laurel.serving.board.AskedBoard;
import dev.laurel.serving.board.BoardFacts;
import dev.laurel.serving.board.BoardKey;
import dev.laurel.serving.board.BoardPart;
import dev.laurel.serving.board.Boards;
import dev.laurel.serving.board.Ranked;
import dev.laurel.serving.board.RankedEntry;
import dev.laurel.serving.board.Which;
import dev.laurel.serving.catalog.Percent;
import dev.laurel.serving.web.Answer;
import dev.laurel.serving.web.Calls;
import dev.laurel.serving.web.ErrorCode;
import dev.laurel.serving.web.Identifier;
import dev.laurel.serving.web.Parameter;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Where players stand: GET /leaderboards/{gameId}/players/{playerId} and …/friends. */
public final class PlaceRoutes implements HttpService {

  private static final int MOST_NEIGHBOURS = 50;

  private final Boards boards;
  private final Players players;
  private final Clock clock;

  /**
   * Over these boards and players.
   *
   * @param clock tells which period it is where no date is given
   */
  public PlaceRoutes(Boards boards, Players players, Clock clock) {
    this.boards = boards;
    this.players = players;
    this.clock = clock;
  }

  @Override
  public void routing(HttpRules rules) {
    Calls.get(rules, "/api/v1/leaderboards/{gameId}/players/{playerId}", this::place);
    Calls.getOrPost(rules, "/api/v1/leaderboards/{gameId}/friends", this::friends);
  }

  private Answer place(ServerRequest request) {
    BoardKey board = AskedBoard.of(request, clock);
    String playerId = request.path().pathParameters().get("playerId");
    int each =
        Parameter.whole(request.query(), "around", 0, MOST_NEIGHBOURS, ErrorCode.INVALID_PARAMETER)
            .orElse(0);
    if (!Identifier.isOne(playerId)) {
      throw UnknownPlayer.refusal(playerId);
    }
    BoardPart part = boards.part(board, new Which.Around(playerId, each));
    Optional<Ranked> own = part.of(playerId);
    if (own.isEmpty()) {
      players.require(playerId);
    }
    BoardFacts facts = boards.facts(board, part);
    return new Answer(
        new Standing(
            own.map(RankedEntry::of),
            own.map(ranked -> Percent.of(part.total() - ranked.rank(), part.total())),
            part.total(),
            each == 0 ? List.of() : RankedEntry.of(part),
            facts),
        Boards.BRIEFLY,
        facts.stale());
  }

  private Answer friends(ServerRequest request) {
    BoardKey board = AskedBoard.of(request, clock);
    List<String> asked = AskedPlayers.of(request);
    BoardPart part = boards.part(board, new Which.Of(asked));
    BoardFacts facts = boards.facts(board, part);
    return new Answer(
        new Friends(
            IntStream.range(0, part.entries().size())
                .mapToObj(place -> Friend.of(place + 1, part.entries().get(place)))
                .toList(),
            asked.stream().filter(player -> part.of(player).isEmpty()).toList(),
            part.total(),
            facts),
        Boards.BRIEFLY,
        facts.stale());
  }

  /**
   * A player's place as answered.
   *
   * @param entry null while the player is not on the board
   * @param percentile share of the board below the player; null likewise
   * @param total players on the board
   * @param around the player among their neighbours; empty unless asked for
   */
  private record Standing(
      Optional<RankedEntry> entry,
      Optional<Double> percentile,
      long total,
      List<RankedEntry> around,
      @JsonUnwrapped BoardFacts facts) {}

  /**
   * Players among themselves as answered.
   *
   * @param absent those who are not on the board
   * @param total players on the board
   */
  private record Friends(
      List<Friend> leaderboard, List<String> absent, long total, @JsonUnwrapped BoardFacts facts) {}

  /**
   * One of several players.
   *
   * @param friendRank place among them, from 1
   * @param entry as on the board, its rank there included
   */
  private record Friend(int friendRank, @JsonUnwrapped RankedEntry entry) {
    static Friend of(int friendRank, Ranked ranked) {
      return new Friend(friendRank, RankedEntry.of(ranked));
    }
  }
}
