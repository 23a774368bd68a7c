package dev.laurel.serving;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A record of the topic rank-changes as the job writes it. */
record RankChangeJson(
    String gameId,
    BoardName board,
    long version,
    Optional<Long> previousVersion,
    int size,
    long total,
    List<Line> changes,
    List<String> removed) {

  /** Which of the boards of a game it is. */
  record BoardName(String region, String period, String periodStart) {

    static final BoardName ALL_TIME = new BoardName("*", "all-time", "1970-01-01");

    static BoardName day(String day) {
      return new BoardName("*", "daily", day);
    }
  }

  /** An entry of it. */
  record Line(String playerId, long score, Optional<String> username) {

    static Line of(String playerId, long score) {
      return new Line(playerId, score, Optional.empty());
    }

    String json() {
      return "{\"rank\":1,\"previousRank\":null,\"playerId\":\"%s\",\"score\":%d,\"reachedAt\":\"2026-03-01T10:00:00Z\",\"username\":%s,\"region\":null}"
          .formatted(playerId, score, username.map(name -> "\"" + name + "\"").orElse("null"));
    }
  }

  RankChangeJson on(BoardName other) {
    return new RankChangeJson(
        gameId, other, version, previousVersion, size, total, changes, removed);
  }

  static RankChangeJson whole(String gameId, long version, Line... lines) {
    return new RankChangeJson(
        gameId,
        BoardName.ALL_TIME,
        version,
        Optional.empty(),
        lines.length,
        lines.length,
        List.of(lines),
        List.of());
  }

  static RankChangeJson after(long previous, String gameId, long version, int size, Line... lines) {
    return new RankChangeJson(
        gameId,
        BoardName.ALL_TIME,
        version,
        Optional.of(previous),
        size,
        size,
        List.of(lines),
        List.of());
  }

  RankChangeJson without(String... players) {
    return new RankChangeJson(
        gameId, board, version, previousVersion, size, total, changes, List.of(players));
  }

  RankChangeJson ofTotal(long players) {
    return new RankChangeJson(
        gameId, board, version, previousVersion, size, players, changes, removed);
  }

  String key() {
    return String.join("/", scope(), gameId, board.region(), board.period(), board.periodStart());
  }

  String json() {
    return """
        {"scope":"%s","gameId":"%s","region":"%s","period":"%s","periodStart":"%s","version":%d,
         "previousVersion":%s,"publishedAt":"2026-11-22T00:00:00Z","asOf":null,"total":%d,"size":%d,
         "changes":[%s],"removed":[%s]}
        """
        .formatted(
            scope(),
            gameId,
            board.region(),
            board.period(),
            board.periodStart(),
            version,
            previousVersion.map(String::valueOf).orElse("null"),
            total,
            size,
            changes.stream().map(Line::json).collect(Collectors.joining(",")),
            removed.stream().map(player -> "\"" + player + "\"").collect(Collectors.joining(",")));
  }

  private String scope() {
    return gameId.equals("global") ? "global" : "game";
  }
}
