package dev.laurel.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.local.postgres.Tables;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** A stack's database, as its owner sees it. */
record Database(String url) {

  static Database of(Stack stack) {
    return new Database(stack.jdbcUrl());
  }

  /** Another database on the same server, just made, with empty tables. */
  Database makeAnother(String name) throws SQLException {
    try (Connection database = connect();
        var statement = database.createStatement()) {
      statement.execute("create database " + name);
    }
    Database made = new Database(url.replaceFirst("/[^/]*$", "/" + name));
    Tables.migrate(made.url());
    return made;
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url, "laurel_admin", "");
  }

  /** What a query of one number gives. */
  long number(String query) throws SQLException {
    try (Connection database = connect();
        var statement = database.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** What a query of one text gives. */
  String text(String query) throws SQLException {
    try (Connection database = connect();
        var statement = database.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** First day of which a table keeps rows of days; {@code -infinity} while that is not known. */
  String keptFrom(String table) throws SQLException {
    return text("select laurel.kept_from('%s')".formatted(table));
  }

  /** Lets go now some of what is no longer kept, which a service does by and by. */
  void letGo() throws SQLException {
    long unused = number("select count(*) from laurel.keep_partitions()");
  }

  /** The points of seasons in a table of players' periods, as {@link SeasonSums} has them. */
  Map<String, Long> points(String table, String period) throws SQLException {
    Map<String, Long> points = new TreeMap<>();
    try (Connection database = connect();
        var statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select concat_ws('/', player_id, game_id, %2$s), points from laurel.%1$s where game_id like 'f1-%%' and %2$s >= laurel.kept_from('%1$s')"
                    .formatted(table, period))) {
      while (rows.next()) {
        points.put(rows.getString(1), rows.getLong(2));
      }
    }
    return points;
  }

  /** Records of the log that count, whether or not what they say is still kept. */
  long accepted() {
    try {
      return number("select coalesce(sum(accepted), 0) from laurel.log_daily_counts");
    } catch (SQLException away) {
      return -1;
    }
  }

  /** How many actions are booked, also those that are no longer kept one by one; -1 while away. */
  long actions() {
    try {
      return number("select coalesce(sum(total_actions), 0) from laurel.players");
    } catch (SQLException away) {
      return -1;
    }
  }

  /** Holds scores to the sums of their events, all of which the table still has to keep. */
  void holdScores(long events) throws SQLException {
    assertThat(number("select count(*) from laurel.score_events")).isEqualTo(events);
    assertThat(
            number(
                """
                select count(*) from (
                  select player_id, game_id, sum(points) as score,
                    count(*) filter (where type = 'action') as actions
                  from laurel.score_events group by player_id, game_id) as summed
                full join laurel.player_scores as kept using (player_id, game_id)
                where (coalesce(summed.score, 0), coalesce(summed.actions, 0))
                  is distinct from (kept.score, kept.total_actions)"""))
        .as("scores that are not the sum of their events")
        .isZero();
  }

  /** Holds totals to the sums of their games. */
  void holdTotals() throws SQLException {
    assertThat(
            number(
                """
                select count(*) from (
                  select player_id, sum(score) as score from laurel.player_scores group by player_id) as summed
                full join laurel.players as kept using (player_id)
                where coalesce(summed.score, 0) <> kept.score"""))
        .as("players whose total is not the sum of their games")
        .isZero();
  }

  /** Holds statistics to totals: for a log of which no day has come to its end yet. */
  void holdStatistics() throws SQLException {
    holdPeriods("laurel.player_daily_stats");
    holdMonths();
    holdGames();
  }

  /** Holds the months of players to their totals. */
  void holdMonths() throws SQLException {
    holdPeriods("laurel.player_monthly_stats");
  }

  /** Holds a table of periods, all of which it keeps, to totals. */
  private void holdPeriods(String table) throws SQLException {
    assertThat(
            number(
                """
                select count(*) from (
                  select player_id, game_id, sum(points) as score, sum(actions) as actions, sum(unlocks) as unlocks,
                    sum(distinct_unlocks) as distinct_unlocks, sum(playtime_seconds) as playtime_seconds,
                    min(first_seen_at) as first_seen_at, max(last_seen_at) as last_seen_at
                  from %s group by player_id, game_id) as summed
                full join laurel.player_scores as kept using (player_id, game_id)
                where (summed.score, summed.actions, summed.unlocks, summed.distinct_unlocks,
                    summed.playtime_seconds, summed.first_seen_at, summed.last_seen_at)
                  is distinct from (kept.score, kept.total_actions, kept.total_unlocks, kept.distinct_unlocks,
                    kept.playtime_seconds, kept.first_seen_at, kept.last_seen_at)"""
                    .formatted(table)))
        .as("scores that are not the sum of the rows of %s", table)
        .isZero();
  }

  /** Holds the days of games to the days of their players. */
  private void holdGames() throws SQLException {
    assertThat(
            number(
                """
                select count(*) from (
                  select game_id, day, count(*) as active_players, sum(points) as points, sum(unlocks) as unlocks,
                    sum(distinct_unlocks) as distinct_unlocks
                  from laurel.player_daily_stats group by game_id, day) as summed
                full join laurel.game_daily_stats as kept using (game_id, day)
                where (summed.active_players, summed.points, summed.unlocks, summed.distinct_unlocks)
                  is distinct from (kept.active_players, kept.points, kept.unlocks, kept.distinct_unlocks)"""))
        .as("days of games that are not the sum of their players")
        .isZero();
    assertThat(
            number(
                """
                select count(*) from laurel.log_daily_counts
                where received <> accepted + repeated + dead + waiting or waiting <> 0"""))
        .as("days of the log on which records are missing")
        .isZero();
  }
}
