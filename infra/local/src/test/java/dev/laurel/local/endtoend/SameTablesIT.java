package dev.laurel.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One log, read by a job whose TaskManager is killed again and again as the log grows, and from its
 * beginning by jobs of other parallelisms that nobody disturbs: the tables are the same.
 */
class SameTablesIT {
  private static final int EVENTS = 30_000;
  private static final String EVENTS_A_SECOND = "1500";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration REVISED_WITHIN = Duration.ofSeconds(11);
  private static final LocalDate LAST_DAY = LocalDate.ofInstant(GeneratedLog.END, ZoneOffset.UTC);

  /** {@code -Dlaurel.seed} makes the same log and kills again. */
  private final long seed = Long.getLong("laurel.seed", new Random().nextLong());

  private final Random chance = new Random(seed);
  private final GeneratedLog log = new GeneratedLog(seed, EVENTS);

  @Test
  void theSameLogGivesTheSameTablesAtAnyParallelismAndWhateverIsKilled(@TempDir Path folder)
      throws Exception {
    System.out.printf("the log and the kills are those of seed %d%n", seed);
    Instant start = Instant.now();
    try (Stack stack = Stack.start("same-tables", "--parallelism", 2)) {
      stack.loadCatalog(GeneratedCatalog.definitions());
      replayAndKill(stack, Files.write(folder.resolve("first.jsonl"), log.firstHalf()), 1);
      stack.loadCatalog(GeneratedCatalog.LATE_GAME);
      replayAndKill(stack, Files.write(folder.resolve("second.jsonl"), log.secondHalf()), 2);
      awaitAll(stack, start);
      stack.loadCatalog(GeneratedCatalog.TOO_LATE_GAME);
      TableContents contents = settled(stack, start);
      Database.of(stack).holdSums();
      Database.of(stack).holdStatistics();
      BoardsInSql.hold(stack, LAST_DAY);

      for (int parallelism : List.of(1, 4)) {
        Instant again = Instant.now();
        stack.startOver("--parallelism", parallelism);
        awaitSame(stack, again, contents);
        report("read again at parallelism " + parallelism, again);
      }
      holdBackfill(stack);
    }
  }

  /** The batch run makes the same tables, beside the job and without disturbing it. */
  private static void holdBackfill(Stack stack) throws Exception {
    Instant start = Instant.now();
    Database empty = Database.of(stack).makeAnother("backfilled");
    TableContents before = TableContents.of(Database.of(stack), LAST_DAY);

    stack.laurel("backfill", "--jdbc-url", empty.url());

    assertThat(TableContents.of(empty, LAST_DAY).differencesFrom(before)).isEmpty();
    assertThat(TableContents.of(Database.of(stack), LAST_DAY).differencesFrom(before)).isEmpty();
    report("backfilled", start);
  }

  /** Sends a part of the log and kills the TaskManager so many times while it is under way. */
  private void replayAndKill(Stack stack, Path part, int kills) throws Exception {
    long before = Database.of(stack).scoreEvents();
    CompletableFuture<String> replay =
        CompletableFuture.supplyAsync(
            () -> stack.laurel("replay", "--rate", EVENTS_A_SECOND, part.toString()));
    for (int kill = 0; kill < kills; kill++) {
      long moment = before + chance.nextLong(EVENTS / 3 / (kills - kill));
      await("the replay is under way")
          .atMost(PATIENCE)
          .until(() -> Database.of(stack).scoreEvents() >= moment);
      long killed = stack.pid("taskmanager");
      stack.kill("taskmanager");
      System.out.printf("the TaskManager is killed behind %d events%n", moment);
      await("the TaskManager is started again")
          .atMost(PATIENCE)
          .ignoreExceptions()
          .until(() -> stack.pid("taskmanager") != killed && stack.isReady());
      before = Database.of(stack).scoreEvents();
    }
    replay.join();
  }

  /** Waits until every line has become what it was made for. */
  private void awaitAll(Stack stack, Instant since) {
    await("all that counts is booked, all else is a dead letter")
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(Database.of(stack).scoreEvents()).isEqualTo(log.accepted());
              assertThat(TableContents.deadLetters(stack, since)).hasSize(log.refused());
            });
  }

  private static void awaitSame(Stack stack, Instant since, TableContents contents) {
    await("the tables are as they were")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () ->
                assertThat(TableContents.of(stack, since, LAST_DAY).differencesFrom(contents))
                    .isEmpty());
    assertThat(settled(stack, since).differencesFrom(contents)).isEmpty();
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
