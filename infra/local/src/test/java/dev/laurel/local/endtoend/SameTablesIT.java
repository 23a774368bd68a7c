package dev.laurel.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One log, read by a job whose TaskManager is killed again and again as the log grows, and from its
 * beginning by jobs of other parallelisms that nobody disturbs, and by the batch run: the tables
 * are the same, and what {@code laurel verify} makes of the log by itself. What is spoilt in them
 * it finds.
 */
class SameTablesIT {
  /** {@code -Dlaurel.year} reads two million events of a year: that takes half an hour. */
  private static final boolean IS_YEAR = System.getProperty("laurel.year") != null;

  private static final GeneratedLog.Extent EXTENT =
      IS_YEAR ? GeneratedLog.Extent.YEAR : GeneratedLog.Extent.SIX_WEEKS;
  private static final int EVENTS_A_SECOND = IS_YEAR ? 3_000 : 1_500;
  private static final Duration PATIENCE =
      Duration.ofMinutes(2).plusSeconds(EXTENT.events() / 2_000);
  private static final Duration REVISED_WITHIN = Duration.ofSeconds(11);

  /**
   * Editions of final standings, and which tasks say how far the tables are. Whether a board that
   * everyone has left has a final standing depends on who left when.
   */
  private static final String SAID_BY_THE_JOB =
      """
      select string_agg(line, E'\\n' order by line) from (
        select concat_ws(' ', scope, game_id, region, period, period_start, edition, revision, version) as line
        from laurel.leaderboard_finals where total > 0
        union all select concat_ws(' ', table_name, task, tasks) from laurel.pipeline_progress) as said""";

  private static final LocalDate LAST_DAY = LocalDate.ofInstant(GeneratedLog.END, ZoneOffset.UTC);

  /** {@code -Dlaurel.seed} makes the same log and kills again. */
  private final long seed = Long.getLong("laurel.seed", new Random().nextLong());

  private final GeneratedLog log = new GeneratedLog(seed, EXTENT);

  @Test
  void theSameLogGivesTheSameTablesAtAnyParallelismAndWhateverIsKilled(@TempDir Path folder)
      throws Exception {
    System.out.printf("the log and the kills are those of seed %d%n", seed);
    Instant start = Instant.now();
    try (Stack stack = Stack.start("same-tables", "--parallelism", 2)) {
      stack.loadCatalog(GeneratedCatalog.definitions());
      KilledReplay replay = new KilledReplay(stack, new Random(seed), EVENTS_A_SECOND);
      send(replay, folder.resolve("first.jsonl"), log.firstHalf(), 1);
      stack.loadCatalog(GeneratedCatalog.LATE_GAME);
      send(replay, folder.resolve("second.jsonl"), log.secondHalf(), 2);
      awaitRefused(stack, start);
      stack.loadCatalog(GeneratedCatalog.TOO_LATE_GAME);
      TableContents contents = settled(stack, start);
      assertThat(stack.laurel("verify", "--wait", PATIENCE.toString()))
          .endsWith("equal: the tables hold what the log says\n");
      BoardsInSql.hold(stack, LAST_DAY);
      if (!IS_YEAR) {
        holdSums(Database.of(stack));
      }

      for (int parallelism : List.of(1, 4)) {
        Instant again = Instant.now();
        stack.startOver("--parallelism", parallelism);
        awaitSame(stack, again, contents);
        report("read again at parallelism " + parallelism, again);
      }
      holdBackfill(stack, contents);
      holdSpoilt(stack);
    }
  }

  /** Of a log of which the tables keep everything. */
  private void holdSums(Database database) throws SQLException {
    database.holdScores(log.accepted());
    database.holdTotals();
    database.holdStatistics();
  }

  /** A wrong row in every table is found. */
  private static void holdSpoilt(Stack stack) throws SQLException {
    SpoiltRows.write(Database.of(stack));

    assertThatThrownBy(() -> stack.laurel("verify", "--wait", "PT0S"))
        .hasMessageContaining("ended with exit code 1:")
        .hasMessageContaining("different: ")
        .hasMessageContaining("\nplayer_scores\tzz alpha\t*\texpected no row\tfound a row\n")
        .satisfies(
            found ->
                assertThat(SpoiltRows.tables())
                    .allSatisfy(
                        table -> assertThat(found).hasMessageContaining("\n" + table + "\t")));
  }

  private static void send(KilledReplay replay, Path file, List<String> lines, int kills)
      throws IOException {
    replay.send(Files.write(file, lines), lines.size(), kills);
  }

  /**
   * The batch run makes the same tables, beside the job and without disturbing its own; also where
   * partitions wait for each other.
   */
  private static void holdBackfill(Stack stack, TableContents contents) throws Exception {
    Instant start = Instant.now();
    Database empty = Database.of(stack).makeAnother("backfilled");

    stack.laurel("backfill", "--jdbc-url", empty.url(), "--job-option", "partition-drift=P10D");

    assertThat(TableContents.of(empty, LAST_DAY).differencesFrom(contents)).isEmpty();
    report("backfilled", start);
    assertThat(TableContents.of(Database.of(stack), LAST_DAY).differencesFrom(contents)).isEmpty();

    String said = Database.of(stack).text(SAID_BY_THE_JOB);
    stack.laurel("backfill");
    assertThat(TableContents.of(Database.of(stack), LAST_DAY).differencesFrom(contents)).isEmpty();
    assertThat(Database.of(stack).text(SAID_BY_THE_JOB)).as("into its own tables").isEqualTo(said);
  }

  /** Waits until all that does not count is a dead letter: the last word on a line. */
  private void awaitRefused(Stack stack, Instant since) {
    await("all that does not count is a dead letter")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(2))
        .untilAsserted(
            () -> assertThat(TableContents.deadLetters(stack, since)).hasSize(log.refused()));
  }

  private static void awaitSame(Stack stack, Instant since, TableContents contents)
      throws SQLException {
    await("the tables are as they were")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () ->
                assertThat(TableContents.of(stack, since, LAST_DAY).differencesFrom(contents))
                    .isEmpty());
    Instant same = Instant.now();
    await().atMost(PATIENCE).until(() -> Instant.now().isAfter(same.plus(REVISED_WITHIN)));
    assertThat(TableContents.of(stack, since, LAST_DAY).differencesFrom(contents)).isEmpty();
  }

  /** What the tables say once they have not changed for longer than a revision waits. */
  private static TableContents settled(Stack stack, Instant since) {
    AtomicReference<TableContents> last = new AtomicReference<>(new TableContents(Map.of()));
    await("the tables stay as they are")
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(REVISED_WITHIN)
        .until(
            () -> {
              TableContents now = TableContents.of(stack, since, LAST_DAY);
              return now.differencesFrom(last.getAndSet(now)).isEmpty();
            });
    return last.get();
  }

  private static void report(String what, Instant since) {
    System.out.printf(
        "%s after %.1f s%n", what, Duration.between(since, Instant.now()).toMillis() / 1000.0);
  }
}
