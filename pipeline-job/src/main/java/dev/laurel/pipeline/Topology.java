package dev.laurel.pipeline;

import dev.laurel.pipeline.board.BoardShard;
import dev.laurel.pipeline.board.MergeTops;
import dev.laurel.pipeline.board.RankShard;
import dev.laurel.pipeline.board.ShardTop;
import dev.laurel.pipeline.catalog.BroadcastCatalog;
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
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The one sentence of the job: events are judged by the catalog and booked in each player's ledger,
 * what changes in the ledger moves standings, the tops of the shards of a board merge into its top.
 * It knows no broker and no database, so it runs alike on a cluster and in tests.
 *
 * @param topSize entries of a top
 * @param publishEvery how often the top of a board is published, at most
 */
public record Topology(int topSize, Duration publishEvery) {

  /** Connects the logs to the outlets. */
  public void connect(
      StreamExecutionEnvironment env,
      Source<Arrival, ?, ?> log,
      Source<SourceRecord, ?, ?> catalogLog,
      CatalogEnd catalogEnd,
      Outlets to) {
    var events =
        env.fromSource(log, EventTime.perPartition(), "player events")
            .uid("player-events")
            .process(new ReadEvents())
            .name("read events")
            .uid("read-events");
    var catalog = catalog(env, catalogLog, catalogEnd);
    var ledger =
        events
            .keyBy(PlayerEvent::playerId)
            .connect(BroadcastCatalog.broadcast(catalog))
            .process(new KeepLedger())
            .name("keep ledger")
            .uid("keep-ledger");
    var tops =
        ledger
            .keyBy(BoardShard::of, TypeInformation.of(BoardShard.class))
            .process(new RankShard(topSize, publishEvery.dividedBy(2)))
            .name("rank shard")
            .uid("rank-shard")
            .keyBy(ShardTop::board)
            .process(new MergeTops(topSize, publishEvery))
            .name("merge tops")
            .uid("merge-tops");
    var deadLetters =
        events
            .getSideOutput(ReadEvents.UNREADABLE)
            .union(
                catalog.getSideOutput(FollowCatalog.UNREADABLE),
                ledger.getSideOutput(KeepLedger.REFUSED));

    to.catalogHistory().accept(definitions(catalog));
    to.players().accept(ledger.getSideOutput(KeepLedger.PLAYERS));
    to.playerScores().accept(ledger.getSideOutput(KeepLedger.SCORES));
    to.scoreEvents().accept(ledger.getSideOutput(KeepLedger.SCORED));
    to.tops().accept(tops);
    to.rankChanges().accept(tops.getSideOutput(MergeTops.RANK_CHANGES));
    to.deadLetters().accept(deadLetters);
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
