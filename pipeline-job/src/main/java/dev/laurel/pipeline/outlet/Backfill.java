package dev.laurel.pipeline.outlet;

import dev.laurel.pipeline.board.BoardTop;
import dev.laurel.pipeline.board.FinalTop;
import java.io.Serializable;
import java.time.Instant;

/**
 * How boards are written by a run that reads the log to an end, beside a job that goes on. Versions
 * of boards are those of clocks, and at the end of the run its boards are as old as the end of the
 * log that it read: so they have the version of when it began, before that end was looked up. All
 * that the job published before is in them, and what it published since is newer.
 *
 * @param version of the boards
 */
record Backfill(long version) implements Serializable {

  /** A run that begins then. */
  static Backfill since(Instant begun) {
    return new Backfill(begun.toEpochMilli() * 1_000);
  }

  /** Tops, which the run publishes once. */
  Table<BoardTop> tops(Table<BoardTop> table) {
    return table.choosing(
        """
        select scope, game_id, region, period, period_start,
          %d as version, published_at, as_of, total, entries
        from told"""
            .formatted(version));
  }

  /**
   * Final standings. Of a board that had one before the run began its revisions go on, and only
   * what differs from what holds is one: the first stays what the board closed with.
   */
  Table<FinalTop> finals(Table<FinalTop> table) {
    return table.choosing(
        """
        select scope, game_id, region, period, period_start, edition,
          revision, version, published_at, as_of, total, entries
        from (
          select distinct on (scope, game_id, region, period, period_start, edition)
            told.scope, told.game_id, told.region, told.period, told.period_start,
            case when held.is_older then 'latest' else told.edition end as edition,
            told.revision + case when held.is_older then held.revision else 0 end as revision,
            %1$d + told.revision - 1 as version,
            told.published_at, told.as_of, told.total, told.entries,
            held.is_older and held.total = told.total
              and held.entries::jsonb = told.entries::jsonb as is_same
          from told
          left join lateral (
            select revision, total, entries, min(version) over () < %1$d as is_older
            from laurel.leaderboard_finals as final
            where (final.scope, final.game_id, final.region, final.period, final.period_start)
              = (told.scope, told.game_id, told.region, told.period, told.period_start)
            order by version desc limit 1) as held on true
          order by scope, game_id, region, period, period_start, edition, told.revision desc)
          as next
        where is_same is not true"""
            .formatted(version));
  }
}
