package dev.laurel.serving.player;

import dev.laurel.serving.database.Columns;
import dev.laurel.serving.database.Database;
import dev.laurel.serving.database.Part;
import dev.laurel.serving.web.PageOfList;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Ranks over time on all-time boards for everyone, from the table laurel.rank_history: a row where
 * a rank was another than at the recording before, so a rank holds until the next row.
 */
public final class RankHistory {

  /** From the newest row before the days on: its rank held when they began. */
  private static final String PAGE =
      """
      select counted.total, line.*
      from laurel.players as player
      cross join lateral (
        select coalesce(
          (select past.recorded_at from laurel.rank_history as past
           where past.board = ? and past.player_id = player.player_id and past.recorded_at <= ?::timestamptz
           order by past.recorded_at desc limit 1),
          ?::timestamptz) as since) as held
      cross join lateral (
        select count(*) as total from laurel.rank_history as past
        where past.board = ? and past.player_id = player.player_id
          and past.recorded_at >= held.since and past.recorded_at < ?::timestamptz) as counted
      left join lateral (
        select recorded_at, rank, score, past.total as players from laurel.rank_history as past
        where past.board = ? and past.player_id = player.player_id
          and past.recorded_at >= held.since and past.recorded_at < ?::timestamptz
        order by recorded_at desc limit ? offset ?) as line on true
      where player.player_id = ?
      order by line.recorded_at desc
      """;

  /** Each is one entry of the index: the newest before a moment. */
  private static final String RECORDED =
      """
      select known.best_rank, ago.*
      from laurel.player_ranks as known
      cross join lateral (
        select
          (select rank from laurel.rank_history as past
           where past.board = 'global' and past.player_id = ? and recorded_at <= now() - interval '1 day'
           order by recorded_at desc limit 1) as day_ago,
          (select rank from laurel.rank_history as past
           where past.board = 'global' and past.player_id = ? and recorded_at <= now() - interval '7 days'
           order by recorded_at desc limit 1) as week_ago,
          (select rank from laurel.rank_history as past
           where past.board = 'global' and past.player_id = ? and recorded_at <= now() - interval '30 days'
           order by recorded_at desc limit 1) as month_ago) as ago
      where known.board = 'global' and known.player_id = ?
      """;

  private final Database database;

  /** Read from this database. */
  public RankHistory(Database database) {
    this.database = database;
  }

  /**
   * A rank as it was shown.
   *
   * @param recordedAt from when on, by the clock of the database
   * @param total players on the board then
   */
  record Past(Instant recordedAt, long rank, long score, long total) {
    private static Past read(ResultSet row) throws SQLException {
      return new Past(
          Columns.instant(row, "recorded_at").orElseThrow(),
          row.getLong("rank"),
          row.getLong("score"),
          row.getLong("players"));
    }
  }

  /**
   * One page, newest first, of the days from the one to the other, beginning with the rank that
   * held when they began; empty for unknown players.
   */
  Optional<Part<Past>> page(
      String board, String playerId, LocalDate from, LocalDate to, PageOfList page) {
    String since = from + "T00:00:00Z";
    String until = to.plusDays(1) + "T00:00:00Z";
    return Part.read(
        database,
        PAGE,
        statement -> {
          int next = 1;
          for (String text : new String[] {board, since, since, board, until, board, until}) {
            statement.setString(next++, text);
          }
          statement.setInt(next++, page.limit());
          statement.setInt(next++, page.offset());
          statement.setString(next, playerId);
        },
        "recorded_at",
        Past::read);
  }

  /** What is recorded of a player on the board of all games. */
  RecordedRanks of(String playerId) {
    return database
        .query(
            RECORDED,
            statement -> {
              for (int i = 1; i <= 4; i++) {
                statement.setString(i, playerId);
              }
            },
            row ->
                new RecordedRanks(
                    Columns.whole(row, "best_rank"),
                    Columns.whole(row, "day_ago"),
                    Columns.whole(row, "week_ago"),
                    Columns.whole(row, "month_ago")))
        .stream()
        .findFirst()
        .orElse(RecordedRanks.NONE);
  }
}
