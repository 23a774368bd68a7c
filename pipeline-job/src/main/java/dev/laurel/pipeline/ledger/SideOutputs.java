package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.event.DeadLetter;
import dev.laurel.pipeline.rollup.DayFigures;
import org.apache.flink.util.OutputTag;

/** What {@link KeepLedger} tells to the side of the shares in boards. */
public final class SideOutputs {
  /** Rows of the table {@code players}. */
  public static final OutputTag<PlayerTotals> PLAYERS =
      new OutputTag<>("players") {
        private static final long serialVersionUID = 1L;
      };

  /** Rows of the table {@code player_scores}. */
  public static final OutputTag<GameScore> SCORES =
      new OutputTag<>("scores") {
        private static final long serialVersionUID = 1L;
      };

  /** Rows of the table {@code player_regions}. */
  public static final OutputTag<RegionOfDay> REGIONS =
      new OutputTag<>("regions") {
        private static final long serialVersionUID = 1L;
      };

  /** Rows of the table {@code score_events}. */
  public static final OutputTag<ScoredEvent> SCORED =
      new OutputTag<>("scored") {
        private static final long serialVersionUID = 1L;
      };

  /** Rows of the table {@code player_achievements}. */
  public static final OutputTag<PlayerAchievement> UNLOCKED =
      new OutputTag<>("unlocked") {
        private static final long serialVersionUID = 1L;
      };

  /** Rows of the tables {@code player_daily_stats} and {@code player_monthly_stats}. */
  public static final OutputTag<PlayerPeriod> PERIODS =
      new OutputTag<>("periods") {
        private static final long serialVersionUID = 1L;
      };

  /** What is to be added to the figures of games, achievements and the log. */
  public static final OutputTag<DayFigures> FIGURES =
      new OutputTag<>("figures") {
        private static final long serialVersionUID = 1L;
      };

  /** Events that do not count. */
  public static final OutputTag<DeadLetter> REFUSED =
      new OutputTag<>("refused") {
        private static final long serialVersionUID = 1L;
      };

  private SideOutputs() {}
}
