package dev.laurel.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;

/**
 * The boards for everyone, ranked once more by PostgreSQL from the events that were booked: every
 * scope and period, live where it is open, else as it ended.
 */
final class BoardsInSql {
  private static final String RANKED =
      """
      select scope, board_game as game_id, period, period_start, player_id, score, reached_at, rank
      from (
        select *, row_number() over (
          partition by scope, board_game, period, period_start
          order by score desc, reached_at, player_id) as rank
        from (
          select scope, board_game, period, period_start, player_id, sum(points) as score,
            coalesce(max(occurred_at) filter (where points <> 0), min(occurred_at)) as reached_at
          from laurel.score_events
          join laurel.players using (player_id)
          cross join lateral (
            values ('global', 'global'), ('game', game_id)) as scopes (scope, board_game)
          cross join lateral (
            values ('all-time', date '1970-01-01'),
              ('daily', date_trunc('day', occurred_at, 'UTC')::date),
              ('weekly', date_trunc('week', occurred_at, 'UTC')::date),
              ('monthly', date_trunc('month', occurred_at, 'UTC')::date)) as periods (period, period_start)
          where not is_excluded and board_game <> '_none'
          group by scope, board_game, period, period_start, player_id) as summed) as ranked
      where rank <= 100""";

  private static final String SHOWN =
      """
      select scope, game_id, period, period_start, player_id, score, reached_at, rank
      from laurel.leaderboard_final_entries where board_region = '*'
      union all
      select scope, game_id, period, period_start, player_id, score, reached_at, rank
      from laurel.leaderboard_top_entries where board_region = '*' and
      """;

  private BoardsInSql() {}

  /** Holds the boards to the events; periods that hold the day are open. */
  static void hold(Stack stack, LocalDate day) throws SQLException {
    String query =
        """
        select count(*) from (%s) as ranked
        full join (%s) as shown using (scope, game_id, period, period_start, rank)
        %s""";
    String shown = SHOWN + TableContents.held(day);
    assertThat(Database.of(stack).number(query.formatted(RANKED, shown, "")))
        .as("places on boards")
        .isGreaterThan(10_000);
    assertThat(
            Database.of(stack)
                .number(
                    query.formatted(
                        RANKED,
                        shown,
                        "where (ranked.player_id, ranked.score, ranked.reached_at)"
                            + " is distinct from (shown.player_id, shown.score, shown.reached_at)")))
        .as("places that are not those of the events")
        .isZero();
  }
}
