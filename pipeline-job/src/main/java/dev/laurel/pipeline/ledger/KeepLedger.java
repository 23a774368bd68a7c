package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.board.StandingChange;
import dev.laurel.pipeline.catalog.BroadcastCatalog;
import dev.laurel.pipeline.catalog.CatalogUpdate;
import dev.laurel.pipeline.event.DeadLetter;
import dev.laurel.pipeline.event.PlayerEvent;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Keeps the ledger: for each player the truth about which events count and what they add up to. It
 * is a function of the player's records in log order, their log times and the catalog, and of
 * nothing else.
 *
 * <p>Tells the player's standings on boards; and to the side the rows of tables and the events that
 * do not count. What it keeps and for how long stands with {@link Account}, {@link GameAccount},
 * {@link Identities}, {@link DailyLimits} and {@link WaitingRoom}.
 */
public final class KeepLedger
    extends KeyedBroadcastProcessFunction<String, PlayerEvent, CatalogUpdate, StandingChange> {
  private static final long serialVersionUID = 1L;
  private static final long LOOK_AGAIN_MILLIS = Duration.ofMillis(250).toMillis();

  /** Rows of the table {@code players}. */
  public static final OutputTag<PlayerTotals> PLAYERS = Entries.PLAYERS;

  /** Rows of the table {@code player_scores}. */
  public static final OutputTag<GameScore> SCORES = Entries.SCORES;

  /** Rows of the table {@code score_events}. */
  public static final OutputTag<ScoredEvent> SCORED = Entries.SCORED;

  /** Events that do not count. */
  public static final OutputTag<DeadLetter> REFUSED = Entries.REFUSED;

  private transient Ledger ledger;

  @Override
  public void open(OpenContext context) {
    ledger = new Ledger(getRuntimeContext());
  }

  @Override
  public void processElement(
      PlayerEvent event, ReadOnlyContext context, Collector<StandingChange> out) throws Exception {
    ledger.take(event, BroadcastCatalog.in(context), new Entries(context, out));
    if (ledger.hasWaiting()) {
      lookAgain(context);
    }
    if (event.tellsTime()) {
      context.timerService().registerEventTimeTimer(Identities.forgetAfter(event).toEpochMilli());
    }
  }

  @Override
  public void processBroadcastElement(
      CatalogUpdate told, Context context, Collector<StandingChange> out) throws Exception {
    BroadcastCatalog.update(told, context);
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<StandingChange> out)
      throws Exception {
    if (context.timeDomain() == TimeDomain.EVENT_TIME) {
      ledger.forget(Instant.ofEpochMilli(time));
      return;
    }
    ledger.takeWaiting(BroadcastCatalog.in(context), new Entries(context, out));
    if (ledger.hasWaiting()) {
      lookAgain(context);
    } else {
      ledger.forget(Instant.ofEpochMilli(context.timerService().currentWatermark()));
    }
  }

  private static void lookAgain(ReadOnlyContext context) {
    long now = context.currentProcessingTime();
    long next = (now / LOOK_AGAIN_MILLIS + 1) * LOOK_AGAIN_MILLIS;
    context.timerService().registerProcessingTimeTimer(next);
  }
}
