package dev.laurel.serving.player;

import dev.laurel.serving.database.Database;
import dev.laurel.serving.database.Part;
import dev.laurel.serving.web.Identifier;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

/** Achievements that players have, from the table laurel.player_achievements. */
public final class UnlockedAchievements {

  private static final String FACTS =
      """
      place.game_id, place.achievement_id, place.points, place.unlocked_at, place.last_unlocked_at, place.unlocks,
          coalesce(game.name, place.game_id) as game_name, coalesce(defined.name, place.achievement_id) as name,
          defined.description, defined.category, defined.image_url, stats.first_unlocks, seen.players""";

  /**
   * Names and rarity of a page's lines. The limits keep the planner from making the whole catalog
   * first.
   */
  private static final String LOOKED_UP =
      """
      left join lateral (select name from laurel.games where games.game_id = place.game_id limit 1) as game on true
        left join lateral (
          select name, description, category, image_url from laurel.achievements as known
          where known.game_id = place.game_id and known.achievement_id = place.achievement_id limit 1) as defined on true
        left join laurel.achievement_stats as stats
          on stats.game_id = place.game_id and stats.achievement_id = place.achievement_id
          and stats.period = 'all-time' and stats.period_start = date '1970-01-01'
        cross join lateral (
          select coalesce(sum(new_players), 0)::bigint as players from laurel.game_monthly_stats as month
          where month.game_id = place.game_id) as seen""";

  private static final String MINE =
      "select * from laurel.player_achievements as unlocked where unlocked.player_id = player.player_id";

  /** Where the page depends on the catalog: a lookup for each of the player's unlocks. */
  private static final String MINE_WITH_CATALOG =
      """
      select unlocked.*, coalesce(known.name, unlocked.achievement_id) as name, known.category
      from laurel.player_achievements as unlocked
      left join lateral (
        select name, category from laurel.achievements as named
        where named.game_id = unlocked.game_id and named.achievement_id = unlocked.achievement_id limit 1) as known on true
      where unlocked.player_id = player.player_id""";

  private static final String OF_A_GAME = " and unlocked.game_id = ?";
  private static final String OF_A_CATEGORY = " and known.category = ?";

  private final Database database;

  /** Read from this database. */
  public UnlockedAchievements(Database database) {
    this.database = database;
  }

  /** One page of a player that has an accepted event. */
  Optional<Part<UnlockedAchievement>> page(String playerId, AskedUnlocks asked) {
    if (!Identifier.isOne(playerId)) {
      return Optional.empty();
    }
    return Part.read(
        database,
        sql(asked),
        statement -> setParameters(statement, playerId, asked),
        "achievement_id",
        UnlockedAchievement::read);
  }

  /** A page and its total, in one snapshot. */
  private static String sql(AskedUnlocks asked) {
    String mine =
        (asked.needsCatalog() ? MINE_WITH_CATALOG : MINE)
            + (asked.gameId().isPresent() ? OF_A_GAME : "")
            + (asked.category().isPresent() ? OF_A_CATEGORY : "");
    return """
        select counted.total, line.*
        from laurel.players as player
        cross join lateral (select count(*) as total from (%1$s) as mine) as counted
        left join lateral (
          select %2$s
          from (select * from (%1$s) as mine order by %3$s limit ? offset ?) as place
          %4$s) as line on true
        where player.player_id = ?
        order by %5$s
        """
        .formatted(mine, FACTS, asked.order().sql("mine"), LOOKED_UP, asked.order().sql("line"));
  }

  private static void setParameters(
      PreparedStatement statement, String playerId, AskedUnlocks asked) throws SQLException {
    int next = setFilter(statement, asked, 1);
    next = setFilter(statement, asked, next);
    statement.setInt(next++, asked.page().limit());
    statement.setLong(next++, asked.page().offset());
    statement.setString(next, playerId);
  }

  private static int setFilter(PreparedStatement statement, AskedUnlocks asked, int first)
      throws SQLException {
    int next = first;
    if (asked.gameId().isPresent()) {
      statement.setString(next++, asked.gameId().get());
    }
    if (asked.category().isPresent()) {
      statement.setString(next++, asked.category().get());
    }
    return next;
  }
}
