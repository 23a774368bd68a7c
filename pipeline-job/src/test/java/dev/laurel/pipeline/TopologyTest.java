package dev.laurel.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.laurel.pipeline.board.Board;
import dev.laurel.pipeline.board.BoardPlan;
import dev.laurel.pipeline.board.BoardTop;
import dev.laurel.pipeline.board.FinalTop;
import dev.laurel.pipeline.board.RankChange;
import dev.laurel.pipeline.catalog.CatalogEnd;
import dev.laurel.pipeline.catalog.Definition;
import dev.laurel.pipeline.event.Arrival;
import dev.laurel.pipeline.event.DeadLetter;
import dev.laurel.pipeline.event.SourceRecord;
import dev.laurel.pipeline.ledger.GameScore;
import dev.laurel.pipeline.ledger.LedgerConfig;
import dev.laurel.pipeline.ledger.PlayerAchievement;
import dev.laurel.pipeline.ledger.PlayerPeriod;
import dev.laurel.pipeline.ledger.PlayerTotals;
import dev.laurel.pipeline.ledger.RegionOfDay;
import dev.laurel.pipeline.ledger.ScoredEvent;
import dev.laurel.pipeline.ledger.TableGroup;
import dev.laurel.pipeline.rollup.PeriodFigures;
import dev.laurel.pipeline.suspicion.Flag;
import dev.laurel.pipeline.suspicion.Thresholds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The whole topology on a Flink cluster in this process, as it runs on a real one. */
class TopologyTest {
  private static final int PARTITIONS = 3;
  private static final int TOP = 10;
  private static final LedgerConfig CONFIG =
      new LedgerConfig(
          BoardPlan.everything(TOP),
          5,
          Duration.ofMillis(50),
          10,
          5,
          1_000,
          10,
          EnumSet.allOf(TableGroup.class));
  private static final Thresholds SUSPECT =
      new Thresholds(5, 100, 3, 10, Duration.ofSeconds(1), 1, Duration.ofHours(1), 2);

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(3)
              .build());

  @TempDir private Path folder;

  private final RandomPlay play = new RandomPlay(new Random(20_201_101));
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

  @Test
  void aSavepointInTheMiddleGoesOnAtAnotherParallelismAndTheBoardsAreExact() throws Exception {
    publishCatalog();
    append(1_500);
    JobClient job = start(2, Optional.empty());
    awaitTheOracle();
    append(700);
    String savepoint =
        job.stopWithSavepoint(false, folder.toUri().toString(), SavepointFormatType.CANONICAL)
            .get(60, TimeUnit.SECONDS);
    append(800);

    JobClient next = start(3, Optional.of(savepoint));
    awaitTheOracle();
    await().until(() -> scored.all().size() >= play.accepted());
    await().until(() -> letters.all().size() >= play.refused());
    next.cancel().get(30, TimeUnit.SECONDS);

    assertThat(scored.all()).hasSize((int) play.accepted());
    assertThat(letters.all()).hasSize((int) play.refused());
    assertThat(definitions.all()).hasSameSizeAs(RandomPlay.catalog());
    assertThat(PlayerSums.ofTotals(players.all())).isEqualTo(PlayerSums.ofGames(scores.all()));
    assertThat(changes.all()).extracting(RankChange::top).containsAll(tops.all());
  }

  @Test
  void anOperatorWithoutAUidStopsTheStart() {
    var env = environment(1, Optional.empty());
    Outlets withoutUid =
        new Outlets(
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
            stream -> stream.sinkTo(letters),
            flags.outlet());
    connect(env, withoutUid);

    assertThatThrownBy(() -> env.getStreamGraph(false).getJobGraph())
        .hasMessageContaining("no UID or hash has been assigned");
  }

  private JobClient start(int parallelism, Optional<String> savepoint) throws Exception {
    var env = environment(parallelism, savepoint);
    connect(
        env,
        new Outlets(
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
            flags.outlet()));
    JobClient job = env.executeAsync();
    await().until(() -> job.getJobStatus().get() == JobStatus.RUNNING);
    return job;
  }

  private StreamExecutionEnvironment environment(int parallelism, Optional<String> savepoint) {
    Configuration cluster = new Configuration();
    cluster.setString("restart-strategy.type", "none");
    cluster.setString("execution.checkpointing.interval", "200 ms");
    cluster.setString("execution.checkpointing.dir", folder.resolve("checkpoints").toUri() + "");
    savepoint.ifPresent(path -> cluster.setString("execution.state-recovery.path", path));
    var env = StreamExecutionEnvironment.getExecutionEnvironment(cluster);
    env.configure(ClusterDefaults.missingFrom(env.getConfiguration()));
    env.setParallelism(parallelism);
    return env;
  }

  private void connect(StreamExecutionEnvironment env, Outlets outlets) {
    new Topology(CONFIG, Duration.ofMillis(100), Duration.ZERO, Optional.of(SUSPECT))
        .connect(env, log, catalog, TopologyTest::endOfCatalog, outlets);
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

  private void publishCatalog() {
    List<String> definitions = RandomPlay.catalog();
    for (int offset = 0; offset < definitions.size(); offset++) {
      byte[] value = definitions.get(offset).getBytes(UTF_8);
      var at = RandomPlay.LOGGED_AT.minusSeconds(3_600);
      catalog.append(0, new SourceRecord("catalog", 0, offset, at, new byte[0], value));
    }
  }

  private void append(int records) {
    for (int i = 0; i < records; i++) {
      log.append(i % PARTITIONS, play.next(i % PARTITIONS));
    }
  }

  private void awaitTheOracle() {
    List<Board> boards =
        Stream.concat(Stream.of(Board.global()), RandomPlay.GAMES.stream().map(Board::of)).toList();
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              for (Board board : boards) {
                assertThat(newest(board).map(BoardTop::entries)).contains(play.top(board, TOP));
                assertThat(newest(board).map(BoardTop::total))
                    .contains((long) play.top(board, Integer.MAX_VALUE).size());
              }
            });
  }

  private Optional<BoardTop> newest(Board board) {
    return tops.all().stream()
        .filter(top -> top.board().equals(board))
        .max(Comparator.comparingLong(BoardTop::version));
  }
}
