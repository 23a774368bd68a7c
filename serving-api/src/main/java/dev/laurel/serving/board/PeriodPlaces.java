package dev.laurel.serving.board;

import dev.laurel.serving.database.Database;
import java.time.Clock;
import java.time.LocalDate;

/**
 * Entries of the boards of days, weeks and months, from what players did by day and by month: their
 * sums are ranked as they are asked for, so it costs the same at any depth, but more the more
 * players were active in the period.
 *
 * <p>The sums of a closed board may be some seconds ahead of its newest revision or behind it. Only
 * where they make the standing that is stored, they are of that revision; else they are of none,
 * and the board is told as one that is not closed. Places below the stored ones may move within a
 * revision, so what is named is always the state of the tables.
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

  /** The standing that the board ended with, as far as it is known. */
  private static final String FINAL =
      """
      ,
      final as (
        select revision, total, entries from laurel.leaderboard_finals
        where ?::boolean and (scope, game_id, region, period, period_start) = (?, ?, ?, ?, ?::date)
        order by version desc limit 1)
      """;

  private static final String TAIL =
      """
      select board.*, placed.rank, placed.player_id, placed.score, placed.reached_at, player.username,
      """
          + REGION.formatted("placed")
          + """
           as region
          from (
            select (select count(*) from ranked) as total, named.version, named.updated_at as published_at,
              (select complete_up_to from laurel.pipeline_freshness where table_name = ?) as as_of,
              (select revision from final
               where total = (select count(*) from ranked)
                 and (
                   select array_agg(row (player_id, score, reached_at) order by rank)
                   from ranked where rank <= json_array_length(entries))
                 is not distinct from (
                   select array_agg(row ("playerId" collate "C", score, "reachedAt") order by rank)
                   from json_to_recordset(entries) as entry (
                     rank integer, "playerId" text, score bigint, "reachedAt" timestamptz))) as revision
            from (
              select sum(version) as version, max(updated_at) as updated_at from laurel.standings_versions
              where table_name in (?, 'players', 'player_regions')) as named) as board
          left join placed on true left join laurel.players as player using (player_id)
          order by placed.rank
          """;

  private final Clock clock;

  /**
   * Read from this database.
   *
   * @param clock tells whether a board may be closed, as for its top
   */
  public PeriodPlaces(Database database, Clock clock) {
    super(database);
    this.clock = clock;
  }

  @Override
  Query query(BoardKey board, Which which) {
    String table = board.period() == Period.MONTHLY ? "player_monthly_stats" : "player_daily_stats";
    LocalDate end = board.period().after(board.periodStart());
    Query query = summed(board, table, end).add(ON_THE_BOARD);
    if (!board.isOfEveryone()) {
      query.add(" and " + REGION.formatted("summed") + " = ?", end, board.region());
    }
    addPlaced(query, which);
    return query
        .add(
            FINAL,
            board.mayBeClosed(clock.instant()),
            board.scope(),
            board.gameId(),
            board.region(),
            board.period(),
            board.periodStart())
        .add(TAIL, end, table, table);
  }

  private static Query summed(BoardKey board, String table, LocalDate end) {
    Query query = new Query();
    if (board.period() == Period.MONTHLY) {
      query.add(SUMMED.formatted(table, "month = ?::date"), board.periodStart());
    } else {
      query.add(
          SUMMED.formatted(table, "day >= ?::date and day < ?::date"), board.periodStart(), end);
    }
    return board.isGlobal() ? query : query.add(" and game_id = ?\n", board.gameId());
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
