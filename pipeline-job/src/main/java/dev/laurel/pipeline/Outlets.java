package dev.laurel.pipeline;

import dev.laurel.pipeline.board.BoardTop;
import dev.laurel.pipeline.board.FinalTop;
import dev.laurel.pipeline.board.RankChange;
import dev.laurel.pipeline.catalog.Definition;
import dev.laurel.pipeline.event.DeadLetter;
import dev.laurel.pipeline.ledger.GameScore;
import dev.laurel.pipeline.ledger.PlayerAchievement;
import dev.laurel.pipeline.ledger.PlayerPeriod;
import dev.laurel.pipeline.ledger.PlayerTotals;
import dev.laurel.pipeline.ledger.RegionOfDay;
import dev.laurel.pipeline.ledger.ScoredEvent;
import dev.laurel.pipeline.rollup.PeriodFigures;
import dev.laurel.pipeline.suspicion.Flag;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Where the results of the topology go. */
public record Outlets(
    Consumer<DataStream<Definition>> catalogHistory,
    Consumer<DataStream<PlayerTotals>> players,
    Consumer<DataStream<GameScore>> playerScores,
    Consumer<DataStream<RegionOfDay>> playerRegions,
    Consumer<DataStream<ScoredEvent>> scoreEvents,
    Consumer<DataStream<PlayerAchievement>> playerAchievements,
    Consumer<DataStream<PlayerPeriod>> playerPeriods,
    Consumer<DataStream<PeriodFigures>> periodFigures,
    Consumer<DataStream<BoardTop>> tops,
    Consumer<DataStream<FinalTop>> finals,
    Consumer<DataStream<RankChange>> rankChanges,
    Consumer<DataStream<DeadLetter>> deadLetters,
    Consumer<DataStream<Flag>> flags) {}
