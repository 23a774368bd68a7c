package dev.laurel.pipeline.outlet;

import dev.laurel.pipeline.board.BoardTop;
import dev.laurel.pipeline.board.FinalTop;
import dev.laurel.pipeline.catalog.Definition;
import dev.laurel.pipeline.ledger.GameScore;
import dev.laurel.pipeline.ledger.PlayerAchievement;
import dev.laurel.pipeline.ledger.PlayerPeriod;
import dev.laurel.pipeline.ledger.PlayerTotals;
import dev.laurel.pipeline.ledger.RegionOfDay;
import dev.laurel.pipeline.ledger.ScoredEvent;
import dev.laurel.pipeline.ledger.TableGroup;
import dev.laurel.pipeline.rollup.PeriodFigures;
import dev.laurel.pipeline.suspicion.Flag;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The ends of the job in PostgreSQL: each writes the rows of a stream to their table.
 *
 * @param flushEvery how long rows gather before they are written
 * @param statisticsEvery how long rows of statistics do, which change with every event, and tops,
 *     which are ten kilobytes each
 * @param mostUnsent rows that may gather in one task of one table before the job waits for the
 *     database
 * @param written which tables are; of the others nothing is connected
 * @param backfill when a run began that reads the log to an end and may have the job beside it;
 *     empty in the job
 */
public record PostgresTables(
    Database database,
    Duration flushEvery,
    Duration statisticsEvery,
    int mostUnsent,
    Set<TableGroup> written,
    Optional<Instant> backfill) {
  /** A top takes the room of so many other rows. */
  private static final int ROWS_A_TOP = 10;

  /** Writes the table {@code players}. */
  public Consumer<DataStream<PlayerTotals>> players() {
    return ifWritten(TableGroup.PLAYERS, into(Tables.PLAYERS));
  }

  /** Writes the table {@code player_scores}. */
  public Consumer<DataStream<GameScore>> playerScores() {
    return ifWritten(TableGroup.PLAYERS, into(Tables.PLAYER_SCORES));
  }

  /** Writes the table {@code player_regions}. */
  public Consumer<DataStream<RegionOfDay>> playerRegions() {
    return ifWritten(TableGroup.PLAYERS, into(Tables.PLAYER_REGIONS));
  }

  /** Writes the table {@code score_events}. */
  public Consumer<DataStream<ScoredEvent>> scoreEvents() {
    return ifWritten(TableGroup.EVENTS, into(Tables.SCORE_EVENTS));
  }

  /** Writes the table {@code player_achievements}. */
  public Consumer<DataStream<PlayerAchievement>> playerAchievements() {
    return ifWritten(TableGroup.STATISTICS, into(StatisticsTables.PLAYER_ACHIEVEMENTS));
  }

  /** Writes the tables of players by day and by month. */
  public Consumer<DataStream<PlayerPeriod>> playerPeriods() {
    return ifWritten(
        TableGroup.STATISTICS,
        rows ->
            StatisticsTables.OF_PLAYERS.forEach(part -> write(rows, part, rows.getParallelism())));
  }

  /**
   * Writes the tables of games, the platform, achievements and the log: few rows, one task each.
   */
  public Consumer<DataStream<PeriodFigures>> periodFigures() {
    return ifWritten(
        TableGroup.STATISTICS,
        rows -> StatisticsTables.OF_FIGURES.forEach(part -> write(rows, part, 1)));
  }

  /** Writes the table {@code leaderboard_tops}: whoever wants it live reads rank changes. */
  public Consumer<DataStream<BoardTop>> leaderboardTops() {
    Table<BoardTop> table =
        backfill
            .map(begun -> Backfill.since(begun).tops(Tables.LEADERBOARD_TOPS))
            .orElse(Tables.LEADERBOARD_TOPS);
    return ifWritten(
        TableGroup.BOARDS, rows -> write(rows, table, statisticsEvery, rows.getParallelism()));
  }

  /** Writes the table {@code leaderboard_finals}. */
  public Consumer<DataStream<FinalTop>> leaderboardFinals() {
    Table<FinalTop> table =
        backfill
            .map(begun -> Backfill.since(begun).finals(Tables.LEADERBOARD_FINALS))
            .orElse(Tables.LEADERBOARD_FINALS);
    return ifWritten(
        TableGroup.BOARDS,
        rows -> write(rows, table, flushEvery, rows.getParallelism(), mostUnsent / ROWS_A_TOP));
  }

  /** Writes the table {@code catalog_history}. */
  public Consumer<DataStream<Definition>> catalogHistory() {
    return into(Tables.CATALOG_HISTORY);
  }

  /** Writes the table {@code player_flags}. */
  public Consumer<DataStream<Flag>> playerFlags() {
    return into(Tables.PLAYER_FLAGS);
  }

  private <R> Consumer<DataStream<R>> ifWritten(TableGroup group, Consumer<DataStream<R>> outlet) {
    return written.contains(group) ? outlet : rows -> {};
  }

  private <R> Consumer<DataStream<R>> into(Table<R> table) {
    return rows -> write(rows, table, flushEvery, rows.getParallelism());
  }

  private <R> void write(DataStream<R> rows, StatisticsTables.Part<R> part, int parallelism) {
    var ofTable =
        rows.filter(part.holds()::test)
            .name("rows of " + part.table().name())
            .uid("rows-of-" + part.table().name().replace('_', '-'));
    write(ofTable, part.table(), statisticsEvery, parallelism);
  }

  private <R> void write(DataStream<R> rows, Table<R> table, Duration every, int parallelism) {
    write(rows, table, every, parallelism, mostUnsent);
  }

  private <R> void write(
      DataStream<R> rows, Table<R> table, Duration every, int parallelism, int most) {
    var serializer =
        rows.getType()
            .createSerializer(rows.getExecutionEnvironment().getConfig().getSerializerConfig());
    rows.sinkTo(new PostgresSink<>(database, table, serializer, every, most, backfill.isPresent()))
        .uid("write-" + table.name().replace('_', '-'))
        .name("write " + table.name())
        .setParallelism(parallelism);
  }
}
