package dev.laurel.serving.board;

import dev.laurel.serving.web.Parameter;
import io.helidon.common.uri.UriQuery;
import io.helidon.webserver.http.ServerRequest;
import java.time.Clock;
import java.util.Optional;

/**
 * Reads which board a call is about: {@code gameId}, {@code region}, {@code period}, {@code at}.
 */
public final class AskedBoard {

  private AskedBoard() {}

  /**
   * The board of everyone for all time unless told; of a period the one that holds the clock.
   *
   * @throws dev.laurel.serving.web.RefusedException INVALID_PARAMETER
   */
  public static BoardKey of(ServerRequest request, Clock clock) {
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
}
