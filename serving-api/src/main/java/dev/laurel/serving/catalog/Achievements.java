package dev.laurel.serving.catalog;

import dev.laurel.serving.database.Columns;
import dev.laurel.serving.database.Database;
import dev.laurel.serving.database.Part;
import dev.laurel.serving.web.Identifier;
import dev.laurel.serving.web.PageOfList;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The achievements of a game, from the view laurel.achievements, with their statistics. */
public final class Achievements {

  /**
   * A page by achievementId. Definitions, statistics and players each come from a range of an index
   * that the game begins.
   */
  private static final String PAGE =
      """
      select counted.total, seen.players as players_of_game, line.*
      from (select game_id, is_active from laurel.games where game_id = ?) as game
      cross join lateral (
        select count(*) as total from laurel.achievements as defined where defined.game_id = game.game_id) as counted
      cross join lateral (
        select coalesce(sum(new_players), 0)::bigint as players from laurel.game_monthly_stats as month
        where month.game_id = game.game_id) as seen
      left join lateral (
        select place.*, place.is_active and game.is_active as can_be_unlocked, stats.unlocks, stats.first_unlocks
        from (
          select * from laurel.achievements as defined where defined.game_id = game.game_id
          order by defined.achievement_id limit ? offset ?) as place
        left join laurel.achievement_stats as stats
          on stats.game_id = game.game_id and stats.achievement_id = place.achievement_id
          and stats.period = 'all-time' and stats.period_start = date '1970-01-01') as line on true
      order by line.achievement_id
      """;

  private final Database database;

  /** Read from this database. */
  public Achievements(Database database) {
    this.database = database;
  }

  /** One page of a game's achievements, in one snapshot; empty if there is no such game. */
  public Optional<Part<Achievement>> page(String gameId, PageOfList page) {
    if (!Identifier.isOne(gameId)) {
      return Optional.empty();
    }
    return Part.read(
        database,
        PAGE,
        statement -> {
          statement.setString(1, gameId);
          statement.setInt(2, page.limit());
          statement.setInt(3, page.offset());
        },
        "achievement_id",
        Achievements::read);
  }

  private static Achievement read(ResultSet row) throws SQLException {
    long players = row.getLong("first_unlocks");
    return new Achievement(
        row.getString("achievement_id"),
        row.getString("name"),
        Columns.text(row, "description"),
        Columns.text(row, "category"),
        Columns.text(row, "image_url"),
        Columns.whole(row, "points"),
        Columns.whole(row, "min_points"),
        Columns.whole(row, "max_points"),
        row.getBoolean("is_repeatable"),
        row.getBoolean("can_be_unlocked"),
        row.getLong("unlocks"),
        players,
        Percent.of(players, row.getLong("players_of_game")));
  }
}
