package dev.laurel.serving;

import dev.laurel.serving.board.BoardCache;
import dev.laurel.serving.board.Boards;
import dev.laurel.serving.board.RankChangeFeed;
import dev.laurel.serving.database.Upkeep;
import dev.laurel.serving.live.LiveBoards;
import dev.laurel.serving.live.Watchers;
import io.helidon.metrics.api.FunctionalCounter;
import io.helidon.metrics.api.Gauge;
import io.helidon.metrics.api.Metrics;
import java.util.function.Supplier;

/**
 * What is measured of boards, feed, connections and partitions, beside the time of HTTP calls. The
 * registry is the process's, so of several services in one process the first is measured.
 */
final class Meters {

  Meters(BoardCache cache, Boards boards, RankChangeFeed feed, LiveBoards live, Watchers watchers) {
    gauge("laurel_boards_held", "Boards in memory.", cache::size);
    gauge(
        "laurel_boards_with_gap",
        "Boards that wait for a change that is missing.",
        () -> cache.boardsWithGap().size());
    counter(
        "laurel_rank_changes_applied",
        "Rank changes put into a board.",
        () -> cache.counts().applied());
    counter(
        "laurel_rank_changes_dropped",
        "Rank changes that were not newer than the board, or of a period long over.",
        () -> cache.counts().dropped());
    counter(
        "laurel_rank_changes_gaps",
        "Rank changes that did not join up with the board.",
        () -> cache.counts().gaps());
    counter(
        "laurel_rank_changes_unreadable",
        "Records that are no rank change.",
        feed.progress()::unreadable);
    gauge("laurel_feed_lag_records", "Records of the topic not read yet.", feed.progress()::lag);
    gauge(
        "laurel_feed_age_seconds",
        "Time since the newest rank change was published.",
        feed.progress()::ageSeconds);
    gauge(
        "laurel_feed_connected",
        "1 while the broker answers.",
        () -> feed.progress().isConnected() ? 1 : 0);
    gauge("laurel_live_connections", "WebSocket connections.", live::connections);
    counter("laurel_live_frames_sent", "Text frames sent.", live::sent);
    counter(
        "laurel_live_frames_conflated",
        "Boards replaced by a newer one before they were sent.",
        watchers::conflated);
    counter(
        "laurel_live_clients_cut", "Connections cut because the client took nothing.", live::cut);
    counter(
        "laurel_board_reads_from_memory",
        "Parts of boards that the tops in memory held.",
        boards::fromMemory);
    counter(
        "laurel_board_reads_from_tables",
        "Parts of boards that were read from tables: closed ones, and what lies below the tops.",
        boards::fromTables);
  }

  /** What fails of the database's upkeep. */
  void measure(Upkeep partitions, Upkeep ranks, Upkeep rankHistory) {
    counter(
        "laurel_keep_partitions_failures",
        "Times that partitions could not be made and let go.",
        partitions::failures);
    counter(
        "laurel_keep_ranks_failures",
        "Times that the ranges of ranks could not be looked after.",
        ranks::failures);
    counter(
        "laurel_record_ranks_failures",
        "Times that ranks could not be recorded.",
        rankHistory::failures);
  }

  private static <N extends Number> void gauge(String name, String meaning, Supplier<N> value) {
    Metrics.getOrCreate(Gauge.builder(name, value).description(meaning));
  }

  /**
   * The registry holds the object that a counter reads weakly, but this one lives as long as the
   * service.
   */
  private void counter(String name, String meaning, Supplier<Long> value) {
    Metrics.getOrCreate(
        FunctionalCounter.builder(name, this, meters -> value.get()).description(meaning));
  }
}
