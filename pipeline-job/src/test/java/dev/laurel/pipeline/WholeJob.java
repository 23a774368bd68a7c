package dev.laurel.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.laurel.pipeline.board.Board;
import dev.laurel.pipeline.board.BoardTop;
import dev.laurel.pipeline.board.FinalTop;
import dev.laurel.pipeline.board.RankChange;
import dev.laurel.pipeline.board.Standing;
import dev.laurel.pipeline.catalog.CatalogEnd;
import dev.laurel.pipeline.catalog.Definition;
import dev.laurel.pipeline.event.Arrival;
import dev.laurel.pipeline.event.DeadLetter;
import dev.laurel.pipeline.event.EventReader;
import dev.laurel.pipeline.event.SourceRecord;
import dev.laurel.pipeline.ledger.GameScore;
import dev.laurel.pipeline.ledger.LedgerConfig;
import dev.laurel.pipeline.ledger.PlayerAchievement;
import dev.laurel.pipeline.ledger.PlayerPeriod;
import dev.laurel.pipeline.ledger.PlayerTotals;
import dev.laurel.pipeline.ledger.RegionOfDay;
import dev.laurel.pipeline.ledger.ScoredEvent;
import dev.laurel.pipeline.proof.Deed;
import dev.laurel.pipeline.proof.Ranking;
import dev.laurel.pipeline.proof.Rule;
import dev.laurel.pipeline.proof.Top;
import dev.laurel.pipeline.rollup.PeriodFigures;
import dev.laurel.pipeline.suspicion.Flag;
import dev.laurel.pipeline.suspicion.Thresholds;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The whole topology between logs and outlets in memory, which stay when a job is stopped and
 * another goes on from its savepoint.
 */
final class WholeJob {
  /** Partitions of the event log. */
  static final int PARTITIONS = 3;

  private static final Thresholds SUSPECT =
      new Thresholds(5, 100, 3, 10, Duration.ofSeconds(1), 1, Duration.ofHours(1), 2);

  private final MiniCluster cluster;
  private final Path folder;
  private final MemoryLog<Arrival> log = new MemoryLog<>("log", Arrival.class, PARTITIONS);
  private final MemoryLog<SourceRecord> catalog =
      new MemoryLog<>("catalog-log", SourceRecord.class, 1);
  private final Collected<Definition> definitions = Collected.empty("definitions-out");
  private final Collected<PlayerTotals> players = Collected.empty("players-out");
  private final Collected<GameScore> scores = Collected.empty("scores-out");
  private final Collected<RegionOfDay> regions = Collected.empty("regions-out");
  private final Collected<ScoredEvent> scored = Collected.empty("scored-out");
  private final Collected<PlayerAchievement> unlocked = Collected.empty("unlocked-out");
  private final Collected<PlayerPeriod> periods = Collected.empty("periods-out");
  private final Collected<PeriodFigures> figures = Collected.empty("figures-out");
  private final Collected<BoardTop> tops = Collected.empty("tops-out");
  private final Collected<FinalTop> finals = Collected.empty("finals-out");
  private final Collected<RankChange> changes = Collected.empty("changes-out");
  private final Collected<DeadLetter> letters = Collected.empty("letters-out");
  private final Collected<Flag> flags = Collected.empty("flags-out");

  /** Nothing is in the logs yet; checkpoints go to the folder. */
  WholeJob(MiniCluster cluster, Path folder) {
    this.cluster = cluster;
    this.folder = folder;
  }

  void publish(List<Rule> rules) {
    rules.forEach(rule -> publish(Instant.ofEpochMilli(rule.publishedAt()), rule.json()));
  }

  void publish(Instant at, String json) {
    int offset = MemoryLog.size("catalog-log", 0);
    byte[] value = json.getBytes(UTF_8);
    catalog.append(0, new SourceRecord("catalog", 0, offset, at, new byte[0], value));
  }

  void append(List<Deed> deeds) {
    deeds.forEach(deed -> log.append(partitionOf(deed.player()), deed.sample().read()));
  }

  void append(int partition, SourceRecord record) {
    log.append(partition, EventReader.read(record));
  }

  /** The partition that has the records of a player. */
  static int partitionOf(String player) {
    return Math.floorMod(player.hashCode(), PARTITIONS);
  }

  /** Starts a job, from a savepoint if one is given; returns when it runs. */
  JobClient start(LedgerConfig config, int parallelism, Optional<String> savepoint)
      throws Exception {
    Configuration settings = new Configuration();
    settings.setString("restart-strategy.type", "none");
    settings.setString("execution.checkpointing.interval", "200 ms");
    settings.setString("execution.checkpointing.dir", folder.resolve("checkpoints").toUri() + "");
    settings.setString("execution.checkpointing.data-inline-threshold", "1 mb");
    savepoint.ifPresent(path -> settings.setString("execution.state-recovery.path", path));
    var env = StreamExecutionEnvironment.getExecutionEnvironment(settings);
    env.configure(ClusterDefaults.missingFrom(env.getConfiguration()));
    env.setParallelism(parallelism);
    new Topology(config, Duration.ofMillis(100), Duration.ZERO, Optional.of(SUSPECT))
        .connect(env, log, catalog, WholeJob::endOfCatalog, outlets());
    JobClient job = env.executeAsync();
    await().atMost(Duration.ofSeconds(60)).until(() -> hasEnded(job) || isRunning(job));
    if (hasEnded(job)) {
      job.getJobExecutionResult().get();
    }
    return job;
  }

  private static boolean hasEnded(JobClient job) throws Exception {
    return job.getJobStatus().get().isGloballyTerminalState();
  }

  /** A job that is still being set up has no tasks yet. */
  private boolean isRunning(JobClient job) throws Exception {
    boolean runs = false;
    for (var task : cluster.getExecutionGraph(job.getJobID()).get().getAllExecutionVertices()) {
      runs = true;
      if (task.getExecutionState() != ExecutionState.RUNNING) {
        return false;
      }
    }
    return runs;
  }

  /**
   * Stops a job with a savepoint in the format that any state backend reads, and gives its path.
   */
  String stop(JobClient job) throws Exception {
    return job.stopWithSavepoint(false, folder.toUri().toString(), SavepointFormatType.CANONICAL)
        .get(60, TimeUnit.SECONDS);
  }

  /**
   * The boards that anybody stands on, as they were told last, closed ones as they ended; without
   * usernames, and without the days and weeks that are no longer kept.
   */
  Map<String, Top> boards(LocalDate keptSince) {
    Map<String, Top> shown = new TreeMap<>();
    newest(tops.all(), BoardTop::board, BoardTop::version)
        .forEach((board, top) -> shown.put(board.key(), shown(top.total(), top.entries())));
    newest(finals.all(), FinalTop::board, FinalTop::version)
        .forEach((board, top) -> shown.put(board.key(), shown(top.total(), top.entries())));
    shown.values().removeIf(top -> top.total() == 0);
    shown.keySet().removeIf(key -> !FinishedLog.isKept(key, keptSince));
    return shown;
  }

  /** Names of the boards that have a final standing. */
  Set<String> finalBoards() {
    return finals.all().stream().map(top -> top.board().key()).collect(Collectors.toSet());
  }

  /** Rows of the table of players, in the order in which they were told. */
  List<PlayerTotals> players() {
    return players.all();
  }

  List<GameScore> scores() {
    return scores.all();
  }

  List<ScoredEvent> scored() {
    return scored.all();
  }

  List<DeadLetter> letters() {
    return letters.all();
  }

  private static <T> Map<Board, T> newest(
      List<T> all, Function<T, Board> board, ToLongFunction<T> version) {
    Map<Board, T> newest = new HashMap<>();
    Comparator<T> age = Comparator.comparingLong(version);
    all.forEach(one -> newest.merge(board.apply(one), one, BinaryOperator.maxBy(age)));
    return newest;
  }

  private static Top shown(long total, List<Standing> entries) {
    return FinishedLog.unnamed(new Top(total, entries.stream().map(Ranking.Line::of).toList()));
  }

  private Outlets outlets() {
    return new Outlets(
        definitions.outlet(),
        players.outlet(),
        scores.outlet(),
        regions.outlet(),
        scored.outlet(),
        unlocked.outlet(),
        periods.outlet(),
        figures.outlet(),
        tops.outlet(),
        finals.outlet(),
        changes.outlet(),
        letters.outlet(),
        flags.outlet());
  }

  private static CatalogEnd.Connection endOfCatalog() {
    return new CatalogEnd.Connection() {
      @Override
      public long endOffset() {
        return MemoryLog.size("catalog-log", 0);
      }

      @Override
      public void close() {}
    };
  }
}
