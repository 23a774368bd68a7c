package dev.laurel.serving.catalog;

import dev.laurel.serving.database.Database;
import dev.laurel.serving.web.PageOfList;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
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

  private final Database database;
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  /** Read from this database. */
  public Games(Database database) {
    this.database = database;
  }

  /** A part of the list, ordered by gameId, and how many games there are. */
  public record Part(List<Game> games, long total) {}

  /** One page of all games, in one snapshot. */
  public Part page(PageOfList page) {
    record Line(Optional<Game> game, long total) {}
    List<Line> lines =
        database.query(
            PAGE,
            statement -> {
              statement.setInt(1, page.limit());
              statement.setInt(2, page.offset());
            },
            row -> new Line(game(row), row.getLong("total")));
    return new Part(
        lines.stream().map(Line::game).flatMap(Optional::stream).toList(),
        lines.getFirst().total());
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
        !database
            .query(KNOWN, statement -> statement.setString(1, gameId), row -> row.getInt(1))
            .isEmpty();
    if (known) {
      seen.add(gameId);
    }
    return known;
  }

  private static Optional<Game> game(ResultSet row) throws SQLException {
    String gameId = row.getString("game_id");
    return gameId == null
        ? Optional.empty()
        : Optional.of(
            new Game(
                gameId,
                row.getString("name"),
                Optional.ofNullable(row.getString("image_url")),
                row.getBoolean("is_active")));
  }
}
