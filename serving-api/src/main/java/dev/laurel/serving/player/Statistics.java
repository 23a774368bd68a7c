package dev.laurel.serving.player;

import dev.laurel.serving.database.Database;
import dev.laurel.serving.web.Identifier;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What players did by day and by month, from the tables of statistics. */
public final class Statistics {

  /**
   * A page of periods, newest first, with the totals beside it, in one snapshot. The inner rows are
   * fetched before they are put in order ({@code offset 0}): an order by period alone would lead
   * the planner to the index of all players' periods.
   */
  private static final String PAGE =
      """
      with done as materialized (
        select starts_on, sum(unlocks)::bigint as unlocks, sum(distinct_unlocks)::bigint as distinct_unlocks,
          sum(actions)::bigint as actions, sum(points)::bigint as points, sum(playtime_seconds)::bigint as playtime_seconds,
          min(first_seen_at) as first_seen_at, max(last_seen_at) as last_seen_at,
          1 + sum(revision - 1) as revision, max(restated_at) as restated_at
        from (
          select %1$s as starts_on, kept.* from %2$s as kept
          where kept.player_id = ? and kept.%1$s between ?::date and ?::date%3$s offset 0) as kept
        group by starts_on)
      select totals.*, (select count(*) from done) as total, line.*,
        line.starts_on + interval '%4$s' > (select laurel.closed_before()) as is_provisional
      from (%5$s) as totals
      left join lateral (select * from done order by starts_on desc limit ? offset ?) as line on true
      order by line.starts_on desc
      """;

  private static final String OF_A_GAME = " and kept.game_id = ?";

  private static final String TOTALS =
      """
      select player.total_unlocks as all_unlocks, player.distinct_unlocks as all_distinct_unlocks,
        player.total_actions as all_actions, player.score as all_points, player.playtime_seconds as all_playtime_seconds,
        owned.completion, player.first_active_at as ever_first_seen_at, player.last_active_at as ever_last_seen_at
      from laurel.players as player
      cross join lateral %s as owned
      where player.player_id = ?
      """
          .formatted(Completion.overGames("player.player_id"));

  private static final String TOTALS_OF_A_GAME =
      """
      select played.total_unlocks as all_unlocks, played.distinct_unlocks as all_distinct_unlocks,
        played.total_actions as all_actions, played.score as all_points, played.playtime_seconds as all_playtime_seconds,
        %s as completion, played.first_seen_at as ever_first_seen_at, played.last_seen_at as ever_last_seen_at
      from laurel.players as player
      left join laurel.player_scores as played on played.player_id = player.player_id and played.game_id = ?
      where player.player_id = ?
      """
          .formatted(Completion.inAGame("played.player_id", "played.game_id"));

  private final Database database;

  /** Read from this database. */
  public Statistics(Database database) {
    this.database = database;
  }

  /**
   * A page of periods.
   *
   * @param total how many periods there are
   */
  record Page(List<PeriodStatistics> periods, long total, TotalStatistics totals) {}

  /** Statistics of a player that has an accepted event. */
  Optional<Page> page(String playerId, AskedStatistics asked) {
    record Line(Optional<PeriodStatistics> period, long total, TotalStatistics totals) {
      static Line read(ResultSet row) throws SQLException {
        return new Line(
            row.getObject("starts_on") == null
                ? Optional.empty()
                : Optional.of(PeriodStatistics.read(row)),
            row.getLong("total"),
            TotalStatistics.read(row));
      }
    }
    if (!Identifier.isOne(playerId)) {
      return Optional.empty();
    }
    List<Line> lines =
        database.query(
            sql(asked), statement -> setParameters(statement, playerId, asked), Line::read);
    return lines.stream()
        .findFirst()
        .map(
            first ->
                new Page(
                    lines.stream().map(Line::period).flatMap(Optional::stream).toList(),
                    first.total(),
                    first.totals()));
  }

  private static String sql(AskedStatistics asked) {
    Granularity by = asked.granularity();
    return asked.gameId().isPresent()
        ? PAGE.formatted(by.column(), by.table(), OF_A_GAME, by.length(), TOTALS_OF_A_GAME)
        : PAGE.formatted(by.column(), by.table(), "", by.length(), TOTALS);
  }

  private static void setParameters(
      PreparedStatement statement, String playerId, AskedStatistics asked) throws SQLException {
    int next = 1;
    statement.setString(next++, playerId);
    statement.setString(next++, asked.from().toString());
    statement.setString(next++, asked.to().toString());
    if (asked.gameId().isPresent()) {
      statement.setString(next++, asked.gameId().get());
      statement.setString(next++, asked.gameId().get());
    }
    statement.setString(next++, playerId);
    statement.setInt(next++, asked.page().limit());
    statement.setInt(next, asked.page().offset());
  }
}
