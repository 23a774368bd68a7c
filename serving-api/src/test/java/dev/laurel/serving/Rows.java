package dev.laurel.serving;

import dev.laurel.serving.RankChangeJson.BoardName;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows as the job writes them. */
final class Rows {

  private static long offset;

  private Rows() {}

  static synchronized String game(String gameId, String name) {
    offset++;
    return """
        insert into laurel.catalog_history (log_offset, published_at, kind, game_id, in_force_from, definition)
        values (%d, now(), 'game', '%s', '1970-01-01Z', '{"kind":"game","gameId":"%s","name":"%s"}')
        """
        .formatted(offset, gameId, gameId, name);
  }

  /** A player on the global board. */
  static String player(String playerId, long score, String reachedAt) {
    return """
        insert into laurel.players (player_id, score, reached_at, first_seen_at, last_seen_at, version)
        values ('%s', %d, '%s', '%s', '%s', 1)
        """
        .formatted(playerId, score, reachedAt, reachedAt, reachedAt);
  }

  /** Players p000, p001 … of a game, all with the same score but one second after another. */
  static String scores(String gameId, int players) {
    return """
        insert into laurel.player_scores (player_id, game_id, score, reached_at, total_actions, total_unlocks, version)
        select 'p' || lpad(n::text, 3, '0'), '%s', 50, timestamptz '2026-01-01Z' + n * interval '1 second', 1, 0, 1
        from generate_series(0, %d) as n
        """
        .formatted(gameId, players - 1);
  }

  /**
   * The top of a game's all-time board, or of the global one, as the table holds it: players p000,
   * p001 …
   */
  static String top(String gameId, long version, long total, int size) {
    String entries =
        IntStream.range(0, size)
            .mapToObj(
                n ->
                    "{\"rank\":%d,\"playerId\":\"p%03d\",\"score\":50,\"reachedAt\":\"2026-01-01T00:%02d:%02dZ\",\"username\":null,\"region\":null}"
                        .formatted(n + 1, n, n / 60, n % 60))
            .collect(Collectors.joining(",", "[", "]"));
    return top(gameId, BoardName.ALL_TIME, version, total, entries);
  }

  /** What a closed board ended with. */
  static String finalStanding(
      String gameId, BoardName board, int revision, long version, RankChangeJson.Line... lines) {
    String entries =
        IntStream.range(0, lines.length)
            .mapToObj(
                n ->
                    "{\"rank\":%d,\"playerId\":\"%s\",\"score\":%d,\"reachedAt\":\"2026-03-01T10:00:00Z\",\"region\":\"EU\"}"
                        .formatted(n + 1, lines[n].playerId(), lines[n].score()))
            .collect(Collectors.joining(",", "[", "]"));
    return """
        insert into laurel.leaderboard_finals (scope, game_id, region, period, period_start, edition, revision, version,
          published_at, as_of, total, entries)
        values ('%s', '%s', '%s', '%s', '%s', '%s', %d, %d, '2026-11-22T00:00:00Z', '2026-11-21T23:58:00Z', %d, '%s')
        """
        .formatted(
            gameId.equals("global") ? "global" : "game",
            gameId,
            board.region(),
            board.period(),
            board.periodStart(),
            revision == 1 ? "first" : "latest",
            revision,
            version,
            lines.length,
            entries);
  }

  static String top(String gameId, long version, List<RankChangeJson.Line> lines) {
    return top(gameId, BoardName.ALL_TIME, version, lines);
  }

  static String top(String gameId, BoardName board, long version, List<RankChangeJson.Line> lines) {
    return top(
        gameId,
        board,
        version,
        lines.size(),
        lines.stream().map(RankChangeJson.Line::json).collect(Collectors.joining(",", "[", "]")));
  }

  private static String top(
      String gameId, BoardName board, long version, long total, String entries) {
    return """
        insert into laurel.leaderboard_tops
          (scope, game_id, region, period, period_start, version, published_at, as_of, total, entries)
        values ('%s', '%s', '%s', '%s', '%s', %d, '2026-11-22T00:00:00Z', '2026-11-21T23:58:00Z', %d, '%s')
        on conflict (scope, game_id, region, period, period_start) do update
        set version = excluded.version, total = excluded.total, entries = excluded.entries
        """
        .formatted(
            gameId.equals("global") ? "global" : "game",
            gameId,
            board.region(),
            board.period(),
            board.periodStart(),
            version,
            total,
            entries);
  }
}
