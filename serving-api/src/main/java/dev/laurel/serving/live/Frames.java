package dev.laurel.serving.live;

import dev.laurel.serving.board.BoardKey;
import dev.laurel.serving.board.RankedEntry;
import dev.laurel.serving.board.Top;
import dev.laurel.serving.web.Envelope;
import dev.laurel.serving.web.RefusedException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Texts of the frames that go to clients. A board is written once for each limit, however many
 * watch it.
 */
final class Frames {

  private final Map<BoardKey, Written> newest = new ConcurrentHashMap<>();

  private record Written(long version, Map<Integer, String> byLimit) {}

  /**
   * What a board looks like to who watches its first {@code limit} entries.
   *
   * <p>As in the topic rank-changes, the all-time period has the first day 1970-01-01, so that the
   * field always is a date; everyone is the region null, as in the subscription.
   */
  private record Board(
      String gameId,
      Optional<String> region,
      String period,
      LocalDate periodStart,
      int limit,
      long version,
      Optional<Instant> timestamp,
      List<RankedEntry> leaderboard) {}

  /** Lets go of what was written of boards whose period has ended. */
  void forget(Instant now) {
    newest.keySet().removeIf(board -> board.isOver(now));
  }

  /** A scoreboard_update. */
  String update(Top top, int limit, Optional<String> id) {
    return frame("scoreboard_update", id, ",\"data\":" + board(top, limit));
  }

  /** The answer to a ping. */
  String pong(Optional<String> id) {
    return frame("pong", id, "");
  }

  /** The answer to a message that is refused, with the codes of the HTTP calls. */
  String error(RefusedException refusal, Optional<String> id) {
    return frame(
        "error",
        id,
        ",\"error\":"
            + Envelope.json(
                new Envelope.Reason(
                    refusal.code().name(), refusal.getMessage(), refusal.details())));
  }

  private static String frame(String type, Optional<String> id, String rest) {
    return "{\"type\":\"" + type + "\"" + id.map(text -> ",\"id\":" + text).orElse("") + rest + "}";
  }

  private String board(Top top, int limit) {
    Written written =
        newest.compute(
            top.board(),
            (board, known) ->
                known == null || known.version() < top.version()
                    ? new Written(top.version(), new ConcurrentHashMap<>())
                    : known);
    return written.version() == top.version()
        ? written.byLimit().computeIfAbsent(limit, places -> write(top, places))
        : write(top, limit);
  }

  private static String write(Top top, int limit) {
    BoardKey board = top.board();
    return Envelope.json(
        new Board(
            board.gameId(),
            Optional.of(board.region()).filter(region -> !board.isOfEveryone()),
            board.period().toString(),
            board.periodStart(),
            limit,
            top.version(),
            top.publishedAt(),
            RankedEntry.of(top.first(limit))));
  }
}
