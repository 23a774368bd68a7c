package dev.laurel.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code laurel verify} on a stack that has read a generated year while its TaskManager was killed:
 * equal, and not when spoilt. {@code -Dlaurel.events} makes the year fuller.
 */
class VerifyIT {
  private static final GeneratedLog.Extent YEAR =
      new GeneratedLog.Extent(
          Integer.getInteger("laurel.events", 40_000),
          1_000,
          20,
          Instant.parse("2025-11-06T06:00:00Z"));
  private static final int EVENTS_A_SECOND = Math.min(4_000, YEAR.events() / 20);

  /** {@code -Dlaurel.seed} makes the same log and kills again. */
  private final long seed = Long.getLong("laurel.seed", new Random().nextLong());

  private final GeneratedLog log = new GeneratedLog(seed, YEAR);

  @Test
  void aYearIsFoundEqualAndEverySpoiltTableIsFound(@TempDir Path folder) throws Exception {
    System.out.printf("the log and the kills are those of seed %d%n", seed);
    try (Stack stack = Stack.start("verify")) {
      KilledReplay replay = new KilledReplay(stack, new Random(seed), EVENTS_A_SECOND);
      stack.loadCatalog(GeneratedCatalog.definitions());
      send(replay, folder, log.firstHalf());
      stack.loadCatalog(GeneratedCatalog.LATE_GAME);
      send(replay, folder, log.secondHalf());

      assertThat(stack.laurel("verify", "--wait", "PT10M"))
          .endsWith("equal: the tables hold what the log says\n");
      SpoiltRows.write(Database.of(stack));
      String found = failing(stack);

      assertThat(found).contains("different: ");
      SpoiltRows.tables().forEach(table -> assertThat(found).contains("\n" + table + "\t"));
      assertThat(found).contains("\nplayer_scores\tzz alpha\t*\texpected no row\tfound a row\n");
    }
  }

  private static void send(KilledReplay replay, Path folder, List<String> lines) throws Exception {
    Path file = Files.write(Files.createTempFile(folder, "log", ".jsonl"), lines);
    replay.send(file, lines.size(), 1);
  }

  /** What the command says that has to end with exit code 1. */
  private static String failing(Stack stack) {
    try {
      throw new IllegalStateException(
          "nothing was found: " + stack.laurel("verify", "--wait", "PT0S"));
    } catch (AssertionError failed) {
      assertThat(failed).hasMessageContaining("ended with exit code 1:");
      return failed.getMessage();
    }
  }
}
