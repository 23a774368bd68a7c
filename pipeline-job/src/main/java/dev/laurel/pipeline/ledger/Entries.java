package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.board.Board;
import dev.laurel.pipeline.board.Standing;
import dev.laurel.pipeline.board.StandingChange;
import dev.laurel.pipeline.event.DeadLetter;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** What the ledger tells about one player: each method is a kind of entry, written out at once. */
final class Entries {
  static final OutputTag<PlayerTotals> PLAYERS =
      new OutputTag<>("players") {
        private static final long serialVersionUID = 1L;
      };
  static final OutputTag<GameScore> SCORES =
      new OutputTag<>("scores") {
        private static final long serialVersionUID = 1L;
      };
  static final OutputTag<ScoredEvent> SCORED =
      new OutputTag<>("scored") {
        private static final long serialVersionUID = 1L;
      };
  static final OutputTag<DeadLetter> REFUSED =
      new OutputTag<>("refused") {
        private static final long serialVersionUID = 1L;
      };

  private final KeyedBroadcastProcessFunction<?, ?, ?, ?>.ReadOnlyContext context;
  private final Collector<StandingChange> out;

  Entries(
      KeyedBroadcastProcessFunction<?, ?, ?, ?>.ReadOnlyContext context,
      Collector<StandingChange> out) {
    this.context = context;
    this.out = out;
  }

  void totals(String playerId, Account account) {
    context.output(PLAYERS, PlayerTotals.of(playerId, account));
  }

  void score(String playerId, String gameId, GameAccount game, Account account) {
    context.output(SCORES, GameScore.of(playerId, gameId, game, account));
  }

  void scored(ScoredEvent event) {
    context.output(SCORED, event);
  }

  void refused(DeadLetter letter) {
    context.output(REFUSED, letter);
  }

  void standing(
      Board board, String playerId, Tally tally, Account account, StandingChange.Move move) {
    Standing standing =
        new Standing(
            playerId, tally.score(), tally.reachedAt(), account.username(), account.region());
    out.collect(new StandingChange(board, standing, move));
  }
}
