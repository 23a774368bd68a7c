package dev.laurel.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code laurel verify} on a stack that has read a generated log: equal, and not when spoilt. */
class VerifyIT {
  private static final int EVENTS = 20_000;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** What spoils a table in one row; most in a value, some by a row too many or too few. */
  private static final Map<String, String> SPOILT =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("players", "set playtime_seconds = playtime_seconds + 1"),
              Map.entry("player_scores", "set score = score + 1"),
              Map.entry("score_events", "set points = points + 1"),
              Map.entry("player_achievements", "set points = points + 1"),
              Map.entry(
                  "player_daily_stats", "set points = points + 1, last_scoring_at = last_seen_at"),
              Map.entry("player_monthly_stats", "set playtime_seconds = playtime_seconds + 1"),
              Map.entry("game_daily_stats", "set actions = actions + 1"),
              Map.entry("game_monthly_stats", "set actions = actions + 1"),
              Map.entry("platform_daily_stats", "set playtime_seconds = playtime_seconds + 1"),
              Map.entry("platform_monthly_stats", "set playtime_seconds = playtime_seconds + 1"),
              Map.entry("achievement_stats", "set unlocks = unlocks + 1"),
              Map.entry("log_daily_counts", "set accepted = accepted + 1"),
              Map.entry("leaderboard_tops", "set total = total + 1"),
              Map.entry("leaderboard_finals", "set total = total + 1"),
              Map.entry(
                  "catalog_history", "set in_force_from = in_force_from + interval '1 day'")));

  /** {@code -Dlaurel.seed} makes the same log again. */
  private final long seed = Long.getLong("laurel.seed", new Random().nextLong());

  private final GeneratedLog log = new GeneratedLog(seed, EVENTS);

  @Test
  void aLogIsFoundEqualAndEverySpoiltTableIsFound(@TempDir Path folder) throws Exception {
    System.out.printf("the log is that of seed %d%n", seed);
    try (Stack stack = Stack.start("verify")) {
      stack.loadCatalog(GeneratedCatalog.definitions());
      replay(stack, folder, log.firstHalf());
      stack.loadCatalog(GeneratedCatalog.LATE_GAME);
      replay(stack, folder, log.secondHalf());
      await("the log is booked")
          .atMost(PATIENCE)
          .until(() -> Database.of(stack).scoreEvents() == log.accepted());
      assertThat(verify(stack, "PT120S")).endsWith("equal: the tables hold what the log says\n");

      spoil(stack);

      String found = failing(stack);
      assertThat(found).contains("different: ");
      SPOILT.keySet().forEach(table -> assertThat(found).contains("\n" + table + "\t"));
      assertThat(found).contains("\nplayer_scores\tzz alpha\t*\texpected no row\tfound a row\n");
    }
  }

  private static void replay(Stack stack, Path folder, List<String> lines) throws Exception {
    Path file = Files.write(Files.createTempFile(folder, "log", ".jsonl"), lines);
    stack.laurel("replay", "--rate", "3000", file.toString());
  }

  private static String verify(Stack stack, String wait) {
    return stack.laurel("verify", "--wait", wait);
  }

  /** What the command says that has to end with exit code 1. */
  private static String failing(Stack stack) {
    try {
      throw new IllegalStateException("nothing was found: " + verify(stack, "PT15S"));
    } catch (AssertionError failed) {
      assertThat(failed).hasMessageContaining("ended with exit code 1:");
      return failed.getMessage();
    }
  }

  /** One row of every table: of boards one that is compared, of the rest the last written. */
  private static void spoil(Stack stack) throws SQLException {
    List<String> statements = new ArrayList<>();
    SPOILT.forEach((table, change) -> statements.add(update(table, change)));
    statements.add(
        "insert into laurel.player_scores (player_id, game_id, score, reached_at, total_actions,"
            + " total_unlocks, version) values ('zz', 'alpha', 1, now(), 1, 0, 1)");
    try (var database = Database.of(stack).connect();
        var statement = database.createStatement()) {
      for (String each : statements) {
        assertThat(statement.executeUpdate(each)).as(each).isEqualTo(1);
      }
    }
  }

  private static String update(String table, String change) {
    String which =
        switch (table) {
          case "leaderboard_tops" -> "period = 'all-time' and scope = 'global' and region = '*'";
          case "leaderboard_finals" ->
              "period = 'monthly' and scope = 'global' and region = '*' and period_start ="
                  + " '2026-10-01' and version = (select max(version) from"
                  + " laurel.leaderboard_finals where period = 'monthly' and scope = 'global' and"
                  + " region = '*' and period_start = '2026-10-01')";
          case "player_daily_stats" -> "points <> 0";
          default -> "true";
        };
    return "update laurel.%1$s set %2$s where (tableoid, ctid) = (select tableoid, ctid from laurel.%1$s where %3$s limit 1)"
        .formatted(table, change.substring("set ".length()), which);
  }
}
