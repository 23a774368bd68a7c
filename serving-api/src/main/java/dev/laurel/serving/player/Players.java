package dev.laurel.serving.player;

import dev.laurel.serving.board.BoardCache;
import dev.laurel.serving.board.BoardKey;
import dev.laurel.serving.board.Entry;
import dev.laurel.serving.board.Top;
import dev.laurel.serving.database.Columns;
import dev.laurel.serving.database.Database;
import dev.laurel.serving.web.Identifier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Players from the table laurel.players. Score and rank of a player in the global top come from
 * there, together, so that they agree with the board as it is shown; of any other player both come
 * from the table, counted in one snapshot.
 */
public final class Players {

  /** Each count is a range of the board's index, which is in rank order. */
  private static final String PLAYER =
      """
      select player_id, username, region, score, reached_at, total_actions, action_points, first_seen_at, last_seen_at,
        case when reached_at is not null and not is_excluded then 1
          + (select count(*) from laurel.players as better
            where better.reached_at is not null and not better.is_excluded and better.score > player.score)
          + (select count(*) from laurel.players as earlier
            where earlier.reached_at is not null and not earlier.is_excluded and earlier.score = player.score
              and (earlier.reached_at, earlier.player_id) < (player.reached_at, player.player_id))
        end as rank
      from laurel.players as player
      where player_id = ?
      """;

  private final Database database;
  private final BoardCache cache;

  /** Read from this database, with the tops in memory. */
  public Players(Database database, BoardCache cache) {
    this.database = database;
    this.cache = cache;
  }

  /** A player that has an accepted event. */
  public Optional<Player> find(String playerId) {
    if (!Identifier.isOne(playerId)) {
      return Optional.empty();
    }
    return database
        .query(PLAYER, statement -> statement.setString(1, playerId), Players::read)
        .stream()
        .findFirst()
        .map(this::asOnTheBoard);
  }

  private Player asOnTheBoard(Player player) {
    Optional<Top> top = cache.top(BoardKey.allTime(BoardKey.ALL_GAMES));
    return top.flatMap(board -> board.rankOf(player.userId()))
        .map(rank -> with(player, rank, top.get().entries().get(rank - 1)))
        .orElse(player);
  }

  private static Player with(Player player, int rank, Entry entry) {
    return new Player(
        player.userId(),
        player.username(),
        player.region(),
        entry.score(),
        Optional.of((long) rank),
        player.totalActions(),
        player.averageScorePerAction(),
        Optional.of(entry.reachedAt()),
        player.firstSeenAt(),
        player.lastSeenAt());
  }

  private static Player read(ResultSet row) throws SQLException {
    String playerId = row.getString("player_id");
    long actions = row.getLong("total_actions");
    return new Player(
        playerId,
        Columns.text(row, "username").orElse(playerId),
        Columns.text(row, "region"),
        row.getLong("score"),
        Columns.whole(row, "rank"),
        actions,
        actions == 0 ? 0 : (double) row.getLong("action_points") / actions,
        Columns.instant(row, "reached_at"),
        Columns.instant(row, "first_seen_at").orElseThrow(),
        Columns.instant(row, "last_seen_at").orElseThrow());
  }
}
