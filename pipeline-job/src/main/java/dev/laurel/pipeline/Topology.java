package dev.laurel.pipeline;

import dev.laurel.pipeline.board.BoardTop;
import dev.laurel.pipeline.board.MergeTops;
import dev.laurel.pipeline.board.Share;
import dev.laurel.pipeline.catalog.CatalogEnd;
import dev.laurel.pipeline.catalog.CatalogTime;
import dev.laurel.pipeline.catalog.CatalogUpdate;
import dev.laurel.pipeline.catalog.Definition;
import dev.laurel.pipeline.catalog.FollowCatalog;
import dev.laurel.pipeline.event.Arrival;
import dev.laurel.pipeline.event.EventTime;
import dev.laurel.pipeline.event.PlayerEvent;
import dev.laurel.pipeline.event.ReadEvents;
import dev.laurel.pipeline.event.SourceRecord;
import dev.laurel.pipeline.ledger.KeepLedger;
import dev.laurel.pipeline.ledger.LedgerConfig;
import dev.laurel.pipeline.ledger.SideOutputs;
import dev.laurel.pipeline.rollup.DayFigures;
import dev.laurel.pipeline.rollup.PeriodFigures;
import dev.laurel.pipeline.rollup.SumPeriods;
import dev.laurel.pipeline.suspicion.FlagPlayers;
import dev.laurel.pipeline.suspicion.Thresholds;
import java.time.Duration;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.transformations.TwoInputTransformation;

/**
 * The one sentence of the job: events are judged by the catalog and booked in each player's ledger,
 * what changes in the ledger moves standings, the shares of its tasks merge into the tops of
 * boards, and what it counts adds up to the figures of games and achievements. It knows no broker
 * and no database, so it runs alike on a cluster and in tests.
 *
 * @param config how the ledger is kept, and which boards there are
 * @param publishEvery how often the top of a board is published, at most
 * @param partitionDrift how far ahead of the others a partition is read, in event time; not limited
 *     if zero
 * @param suspicion from where on players look suspect; empty if nobody does
 */
public record Topology(
    LedgerConfig config,
    Duration publishEvery,
    Duration partitionDrift,
    Optional<Thresholds> suspicion) {

  /** Connects the logs to the outlets. */
  public void connect(
      StreamExecutionEnvironment env,
      Source<Arrival, ?, ?> log,
      Source<SourceRecord, ?, ?> catalogLog,
      CatalogEnd catalogEnd,
      Outlets to) {
    var events =
        env.fromSource(log, EventTime.perPartition(partitionDrift), "player events")
            .uid("player-events")
            .transform(
                "read events",
                TypeInformation.of(PlayerEvent.class),
                new ReadEvents(log.getBoundedness()))
            .uid("read-events");
    var catalog = catalog(env, catalogLog, catalogEnd);
    var ledger =
        keepLedger(events.keyBy(PlayerEvent::playerId), catalog.broadcast())
            .name("keep ledger")
            .uid("keep-ledger");
    var tops =
        ledger
            .keyBy(Share::board)
            .transform(
                "merge tops",
                TypeInformation.of(BoardTop.class),
                new MergeTops(config.plan(), publishEvery))
            .uid("merge-tops");
    var figures =
        ledger
            .getSideOutput(SideOutputs.FIGURES)
            .union(events.getSideOutput(ReadEvents.COUNTED))
            .keyBy(DayFigures::subject)
            .transform("sum periods", TypeInformation.of(PeriodFigures.class), new SumPeriods())
            .uid("sum-periods");
    var deadLetters =
        events
            .getSideOutput(ReadEvents.UNREADABLE)
            .union(
                catalog.getSideOutput(FollowCatalog.UNREADABLE),
                ledger.getSideOutput(SideOutputs.REFUSED));

    to.catalogHistory().accept(definitions(catalog));
    to.players().accept(ledger.getSideOutput(SideOutputs.PLAYERS));
    to.playerScores().accept(ledger.getSideOutput(SideOutputs.SCORES));
    to.playerRegions().accept(ledger.getSideOutput(SideOutputs.REGIONS));
    to.scoreEvents().accept(ledger.getSideOutput(SideOutputs.SCORED));
    to.playerAchievements().accept(ledger.getSideOutput(SideOutputs.UNLOCKED));
    to.playerPeriods().accept(ledger.getSideOutput(SideOutputs.PERIODS));
    to.periodFigures().accept(figures);
    to.tops().accept(tops);
    to.finals().accept(tops.getSideOutput(MergeTops.FINALS));
    to.rankChanges().accept(tops.getSideOutput(MergeTops.RANK_CHANGES));
    to.deadLetters().accept(deadLetters);
    suspicion.ifPresent(
        from ->
            to.flags().accept(FlagPlayers.among(ledger.getSideOutput(SideOutputs.SCORED), from)));
  }

  /** The ledger takes care of its key itself, but its state has to be that of the player's task. */
  private SingleOutputStreamOperator<Share> keepLedger(
      KeyedStream<PlayerEvent, String> events, DataStream<CatalogUpdate> catalog) {
    var ledger =
        events
            .connect(catalog)
            .transform("keep ledger", TypeInformation.of(Share.class), new KeepLedger(config));
    var keyed = (TwoInputTransformation<?, ?, ?>) ledger.getTransformation();
    keyed.setStateKeyType(events.getKeyType());
    setKeySelector(keyed, events.getKeySelector());
    return ledger;
  }

  @SuppressWarnings("unchecked") // of the one that was made from the same stream
  private static <T> void setKeySelector(
      TwoInputTransformation<?, ?, ?> keyed, KeySelector<T, String> selector) {
    ((TwoInputTransformation<T, ?, ?>) keyed).setStateKeySelectors(selector, null);
  }

  private static SingleOutputStreamOperator<CatalogUpdate> catalog(
      StreamExecutionEnvironment env, Source<SourceRecord, ?, ?> log, CatalogEnd end) {
    return env.fromSource(log, CatalogTime.none(), "catalog")
        .uid("catalog")
        .setParallelism(1)
        .transform(
            "follow catalog", TypeInformation.of(CatalogUpdate.class), new FollowCatalog(end))
        .uid("follow-catalog")
        .setParallelism(1)
        .setMaxParallelism(1);
  }

  private static SingleOutputStreamOperator<Definition> definitions(
      SingleOutputStreamOperator<CatalogUpdate> catalog) {
    return catalog
        .<Definition>flatMap((told, out) -> told.published().ifPresent(out::collect))
        .returns(Definition.class)
        .name("definitions")
        .uid("definitions")
        .setParallelism(1);
  }
}
