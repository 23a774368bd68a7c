package dev.laurel.serving.player;

import dev.laurel.serving.database.Database;
import dev.laurel.serving.database.JsonRows;
import dev.laurel.serving.web.Identifier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Players at a glance, from the tables of statistics. */
public final class Dashboards {

  /**
   * All of a dashboard in one snapshot. The trend's rows are fetched before they are put in order
   * ({@code offset 0}): an order by day alone would lead the planner to the index of all players'
   * days.
   */
  private static final String DASHBOARD =
      """
      select owned.games, player.distinct_unlocks, player.playtime_seconds, owned.completion, recent.unlocks, trend.days
      from laurel.players as player
      cross join lateral %s as owned
      cross join lateral (
        select coalesce(json_agg(to_json(line) order by line."unlockedAt" desc, line."gameId" desc,
          line."achievementId" desc), '[]') as unlocks
        from (
          select newest.game_id as "gameId", newest.achievement_id as "achievementId", newest.points,
            newest.unlocked_at as "unlockedAt",
            coalesce((select game.name from laurel.games as game where game.game_id = newest.game_id), newest.game_id)
              as "gameName",
            coalesce((select defined.name from laurel.achievements as defined
              where defined.game_id = newest.game_id and defined.achievement_id = newest.achievement_id),
              newest.achievement_id) as name
          from (
            select game_id, achievement_id, points, unlocked_at from laurel.player_achievements
            where player_id = player.player_id
            order by unlocked_at desc, game_id desc, achievement_id desc limit 10) as newest) as line) as recent
      cross join lateral (
        select coalesce(json_agg(to_json(line) order by line.day desc), '[]') as days
        from (
          select day, sum(unlocks) as unlocks, sum(points) as points, sum(actions) as actions,
            sum(playtime_seconds) as "playtimeSeconds"
          from (
            select day, unlocks, points, actions, playtime_seconds from laurel.player_daily_stats
            where player_id = player.player_id and day between ?::date and ?::date offset 0) as done
          group by day order by day desc limit ?) as line) as trend
      where player.player_id = ?
      """
          .formatted(Completion.overGames("player.player_id"));

  private static final double SECONDS_AN_HOUR = 3_600;

  private final Database database;
  private final Clock clock;

  /**
   * Read from this database.
   *
   * @param clock tells which day is today
   */
  public Dashboards(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The dashboard of a player that has an accepted event, with a trend of at most so many days. */
  Optional<Dashboard> find(String playerId, Timeframe timeframe, int limit) {
    if (!Identifier.isOne(playerId)) {
      return Optional.empty();
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return database
        .query(
            DASHBOARD,
            statement -> {
              statement.setString(1, today.minusDays(timeframe.days() - 1L).toString());
              statement.setString(2, today.toString());
              statement.setInt(3, limit);
              statement.setString(4, playerId);
            },
            Dashboards::read)
        .stream()
        .findFirst();
  }

  private static Dashboard read(ResultSet row) throws SQLException {
    return new Dashboard(
        row.getLong("games"),
        row.getLong("distinct_unlocks"),
        row.getLong("playtime_seconds") / SECONDS_AN_HOUR,
        row.getDouble("completion"),
        JsonRows.read(row, "unlocks", Dashboard.Unlock.class),
        JsonRows.read(row, "days", Dashboard.Day.class));
  }
}
