package dev.laurel.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A stack's database, as its owner sees it. */
record Database(String url) {

  static Database of(Stack stack) {
    return new Database(stack.jdbcUrl());
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

  /** How many events are booked; -1 while the database is away. */
  long scoreEvents() {
    try {
      return number("select count(*) from laurel.score_events");
    } catch (SQLException away) {
      return -1;
    }
  }

  /** Holds scores to the sums of their events, and totals to the sums of their games. */
  void holdSums() throws SQLException {
    assertThat(
            number(
                """
                select count(*) from (
                  select player_id, game_id, sum(points) as score,
                    count(*) filter (where type = 'action') as actions
                  from laurel.score_events group by player_id, game_id) as summed
                full join laurel.player_scores as kept using (player_id, game_id)
                where (summed.score, summed.actions) is distinct from (kept.score, kept.total_actions)"""))
        .as("scores that are not the sum of their events")
        .isZero();
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
}
