package dev.laurel.serving.board;

import dev.laurel.serving.database.Database;
import java.time.LocalDate;

/**
 * Entries of the boards of days, weeks and months, from what players did by day and by month: their
 * sums are ranked as they are asked for, so it costs the same at any depth, but more the more
 * players were active in the period. Of a closed board the newest revision is named, which comes
 * from the same sums within seconds.
 */
public final class PeriodPlaces extends DeepPlaces {

  private static final String SUMMED =
      """
      with summed as (
        select player_id, sum(points)::bigint as score, coalesce(max(last_scoring_at), min(first_scored_at)) as reached_at
        from laurel.%s
        where %s
      """;

  private static final String ON_THE_BOARD =
      """
        group by player_id having min(first_scored_at) is not null),
      standing as (
        select player_id, score, reached_at from summed
        where not exists (
          select from laurel.players as excluded where excluded.is_excluded and excluded.player_id = summed.player_id)
      """;

  /** The region of a player at the end of the period: that of the newest day before. */
  private static final String REGION =
      """
      (select told.region from laurel.player_regions as told
       where told.player_id = %s.player_id and told.day < ?::date
       order by told.day desc limit 1)\
      """;

  private static final String RANKED =
      """
      ),
      ranked as materialized (
        select *, row_number() over (order by score desc, reached_at, player_id) as rank from standing),
      placed as (select * from ranked where %s)
      """;

  private static final String TAIL =
      """
      select board.*, placed.rank, placed.player_id, placed.score, placed.reached_at, player.username,
      """
          + REGION.formatted("placed")
          + """
           as region
          from (
            select (select count(*) from ranked) as total,
              coalesce(final.version, named.version) as version,
              coalesce(final.published_at, named.updated_at) as published_at,
              case when final.version is null
                then (select complete_up_to from laurel.pipeline_freshness where table_name = ?) else final.as_of end as as_of,
              final.revision
            from (
              select sum(version) as version, max(updated_at) as updated_at from laurel.standings_versions
              where table_name in (?, 'players', 'player_regions')) as named
            left join lateral (
              select * from laurel.leaderboard_finals
              where (scope, game_id, region, period, period_start) = (?, ?, ?, ?, ?::date)
              order by version desc limit 1) as final on true) as board
          left join placed on true left join laurel.players as player using (player_id)
          order by placed.rank
          """;

  /** Read from this database. */
  public PeriodPlaces(Database database) {
    super(database);
  }

  @Override
  Query query(BoardKey board, Which which) {
    boolean isMonth = board.period() == Period.MONTHLY;
    String table = isMonth ? "player_monthly_stats" : "player_daily_stats";
    LocalDate end = board.period().after(board.periodStart());
    Query query =
        isMonth
            ? new Query().add(SUMMED.formatted(table, "month = ?::date"), board.periodStart())
            : new Query()
                .add(
                    SUMMED.formatted(table, "day >= ?::date and day < ?::date"),
                    board.periodStart(),
                    end);
    if (!board.isGlobal()) {
      query.add(" and game_id = ?\n", board.gameId());
    }
    query.add(ON_THE_BOARD);
    if (!board.isOfEveryone()) {
      query.add(" and " + REGION.formatted("summed") + " = ?", end, board.region());
    }
    addPlaced(query, which);
    return query.add(
        TAIL,
        end,
        table,
        table,
        board.scope(),
        board.gameId(),
        board.region(),
        board.period(),
        board.periodStart());
  }

  private static void addPlaced(Query query, Which which) {
    switch (which) {
      case Which.Page page ->
          query.add(
              RANKED.formatted("rank > ? and rank <= ?"),
              page.offset(),
              (long) page.offset() + page.limit());
      case Which.After after -> addBeside(query, ">", "", after.place(), after.limit());
      case Which.Before before -> addBeside(query, "<", "desc", before.place(), before.limit());
      case Which.Around around ->
          query.add(
              RANKED.formatted(
                  """
                  rank between (select rank from ranked where player_id = ?) - ?
                    and (select rank from ranked where player_id = ?) + ?"""),
              around.playerId(),
              around.each(),
              around.playerId(),
              around.each());
      case Which.Of of -> query.add(RANKED.formatted("player_id = any (?)"), of.playerIds());
    }
  }

  private static void addBeside(Query query, String side, String order, Place place, int limit) {
    query.add(
        RANKED.formatted(
            "(-score, reached_at, player_id) %s (?, ?::timestamptz, ? collate \"C\") order by rank %s limit ?"
                .formatted(side, order)),
        -place.score(),
        place.reachedAt(),
        place.playerId(),
        limit);
  }
}
