package dev.laurel.pipeline.outlet;

import dev.laurel.pipeline.board.BoardTop;
import dev.laurel.pipeline.board.FinalTop;
import dev.laurel.pipeline.catalog.Definition;
import dev.laurel.pipeline.ledger.GameScore;
import dev.laurel.pipeline.ledger.PlayerTotals;
import dev.laurel.pipeline.ledger.ScoredEvent;
import dev.laurel.pipeline.suspicion.Flag;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The ends of the job in PostgreSQL: each writes the rows of a stream to their table.
 *
 * @param flushEvery how long rows gather before they are written
 * @param mostUnsent rows that may gather in one task of one table before the job waits for the
 *     database
 */
public record PostgresTables(Database database, Duration flushEvery, int mostUnsent) {

  /** Writes the table {@code players}. */
  public Consumer<DataStream<PlayerTotals>> players() {
    return into(Tables.PLAYERS);
  }

  /** Writes the table {@code player_scores}. */
  public Consumer<DataStream<GameScore>> playerScores() {
    return into(Tables.PLAYER_SCORES);
  }

  /** Writes the table {@code score_events}. */
  public Consumer<DataStream<ScoredEvent>> scoreEvents() {
    return into(Tables.SCORE_EVENTS);
  }

  /** Writes the table {@code leaderboard_tops}. */
  public Consumer<DataStream<BoardTop>> leaderboardTops() {
    return into(Tables.LEADERBOARD_TOPS);
  }

  /** Writes the table {@code leaderboard_finals}. */
  public Consumer<DataStream<FinalTop>> leaderboardFinals() {
    return into(Tables.LEADERBOARD_FINALS);
  }

  /** Writes the table {@code catalog_history}. */
  public Consumer<DataStream<Definition>> catalogHistory() {
    return into(Tables.CATALOG_HISTORY);
  }

  /** Writes the table {@code player_flags}. */
  public Consumer<DataStream<Flag>> playerFlags() {
    return into(Tables.PLAYER_FLAGS);
  }

  private <R> Consumer<DataStream<R>> into(Table<R> table) {
    return rows -> {
      var serializer =
          rows.getType()
              .createSerializer(rows.getExecutionEnvironment().getConfig().getSerializerConfig());
      String uid = "write-" + table.name().replace('_', '-');
      rows.sinkTo(new PostgresSink<>(database, table, serializer, flushEvery, mostUnsent))
          .uid(uid)
          .name("write " + table.name());
    };
  }
}
