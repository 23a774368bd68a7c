package dev.laurel.serving.catalog;

import dev.laurel.serving.database.Columns;
import dev.laurel.serving.database.Database;
import dev.laurel.serving.database.Part;
import dev.laurel.serving.web.Identifier;
import dev.laurel.serving.web.PageOfList;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The games of the catalog, from the view laurel.games. */
public final class Games {

  private static final String PAGE =
      """
      select (select count(*) from laurel.games) as total, game.*
      from (select 1) as one
      left join lateral (
        select game_id, name, image_url, is_active from laurel.games order by game_id limit ? offset ?) as game on true
      order by game.game_id
      """;

  private static final String KNOWN = "select 1 from laurel.games where game_id = ?";

  private static final String IN_DETAIL =
      """
      select game.*, held.achievements, seen.players
      from (select game_id, name, image_url, is_active from laurel.games where game_id = ?) as game
      cross join lateral (
        select count(*) filter (where game.is_active and defined.is_active) as achievements
        from laurel.achievements as defined where defined.game_id = game.game_id) as held
      cross join lateral (
        select coalesce(sum(new_players), 0)::bigint as players from laurel.game_monthly_stats as month
        where month.game_id = game.game_id) as seen
      """;

  private final Database database;
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  /** Read from this database. */
  public Games(Database database) {
    this.database = database;
  }

  /** One page of all games, ordered by gameId, in one snapshot. */
  public Part<Game> page(PageOfList page) {
    return Part.read(
            database,
            PAGE,
            statement -> {
              statement.setInt(1, page.limit());
              statement.setInt(2, page.offset());
            },
            "game_id",
            Games::game)
        .orElseThrow();
  }

  /** One game with the totals that its statistics are divided by. */
  public Optional<GameInDetail> find(String gameId) {
    if (!Identifier.isOne(gameId)) {
      return Optional.empty();
    }
    return database
        .query(IN_DETAIL, statement -> statement.setString(1, gameId), Games::gameInDetail)
        .stream()
        .findFirst();
  }

  /**
   * Whether the catalog has the game. A game never goes again, so the database is asked until it
   * says yes once.
   */
  public boolean has(String gameId) {
    if (seen.contains(gameId)) {
      return true;
    }
    boolean known =
        Identifier.isOne(gameId)
            && !database
                .query(KNOWN, statement -> statement.setString(1, gameId), row -> row.getInt(1))
                .isEmpty();
    if (known) {
      seen.add(gameId);
    }
    return known;
  }

  private static Game game(ResultSet row) throws SQLException {
    return new Game(
        row.getString("game_id"),
        row.getString("name"),
        Columns.text(row, "image_url"),
        row.getBoolean("is_active"));
  }

  private static GameInDetail gameInDetail(ResultSet row) throws SQLException {
    Game game = game(row);
    return new GameInDetail(
        game.gameId(),
        game.name(),
        game.imageUrl(),
        game.active(),
        row.getLong("achievements"),
        row.getLong("players"));
  }
}
