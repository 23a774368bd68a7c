package dev.laurel.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A thousand lines that cannot count among ones that do. */
@ExtendWith(RunningStack.class)
class BadInputIT {
  private static final String GAME = "bad-input";
  private static final int GOOD = 1_000;

  @Test
  void everyBadLineIsADeadLetterWithItsReasonAndTheGoodOnesCount(Stack stack, @TempDir Path folder)
      throws IOException {
    stack.loadCatalog(
        "{\"kind\":\"game\",\"gameId\":\"" + GAME + "\",\"name\":\"Bad input\"}",
        "{\"kind\":\"game\",\"gameId\":\"bad-input-closed\",\"name\":\"Closed\",\"active\":false}",
        "{\"kind\":\"action\",\"actionType\":\"ONCE_A_DAY\",\"points\":1,\"maxPerDay\":1}");
    Map<String, List<String>> bad = badLines();
    List<String> lines = new ArrayList<>(goodLines());
    bad.values().forEach(lines::addAll);
    Collections.shuffle(lines, new Random(7));
    Path file = Files.write(folder.resolve("lines.jsonl"), lines);
    long restartsBefore = stack.job().restarts();

    stack.laurel("replay", file.toString());

    BoardClient boards = new BoardClient(stack.api());
    await("the good lines count")
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () -> assertThat(total(boards.leaderboard(GAME))).isEqualTo(150L * GOOD + 1));
    Map<String, Long> expected = new TreeMap<>();
    bad.forEach((reason, refused) -> expected.put(reason, (long) refused.size()));
    await("every bad line is a dead letter")
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofSeconds(2))
        .untilAsserted(() -> assertThat(deadLetters(stack)).containsAllEntriesOf(expected));
    assertThat(expected.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(1_000);
    assertThat(stack.job().restarts()).isEqualTo(restartsBefore);
  }

  private static Map<String, Long> deadLetters(Stack stack) {
    return stack
        .laurel("dead-letters", "list")
        .lines()
        .filter(line -> line.contains("\t"))
        .collect(
            Collectors.groupingBy(
                line -> line.substring(0, line.indexOf('\t')),
                TreeMap::new,
                Collectors.counting()));
  }

  private static long total(JsonNode leaderboard) {
    long total = 0;
    for (JsonNode entry : leaderboard) {
      total += entry.get("score").asLong();
    }
    return total;
  }

  private static List<String> goodLines() {
    List<String> lines = new ArrayList<>();
    IntStream.range(0, GOOD)
        .forEach(i -> lines.add(action("good-" + i, "p" + i % 50, "LEVEL_COMPLETE", GAME, "")));
    lines.add(action("once", "p0", "ONCE_A_DAY", GAME, ""));
    return lines;
  }

  private static Map<String, List<String>> badLines() {
    Map<String, List<String>> lines = new TreeMap<>();
    lines.put(
        "MALFORMED",
        lines(i -> i == 0 ? greatestRecord() : i % 2 == 0 ? "{\"type\":\"m" + i : "no JSON " + i));
    lines.put("INVALID_FIELD", lines(i -> action("f" + i, "p 1", "LEVEL_COMPLETE", GAME, "")));
    lines.put(
        "FROM_THE_FUTURE",
        lines(
            i ->
                action("t" + i, "p1", "LEVEL_COMPLETE", GAME, "")
                    .replace("2026-11-01", "2999-01-01")));
    lines.put(
        "UNKNOWN_GAME", lines(i -> action("g" + i, "q1", "LEVEL_COMPLETE", "no-such-game", "")));
    lines.put("UNKNOWN_ACHIEVEMENT", lines(BadInputIT::unlock));
    lines.put("UNKNOWN_ACTION_TYPE", lines(i -> action("y" + i, "q2", "NO_SUCH_ACTION", GAME, "")));
    lines.put(
        "INACTIVE", lines(i -> action("i" + i, "p2", "LEVEL_COMPLETE", "bad-input-closed", "")));
    lines.put(
        "POINTS_OUT_OF_RANGE",
        lines(i -> action("o" + i, "p3", "LEVEL_COMPLETE", GAME, ",\"points\":151")));
    return lines;
  }

  /** Nearly as great as the log takes, and nothing that compression makes smaller by much. */
  private static String greatestRecord() {
    return new Random(11)
        .ints(1_040_000, 33, 127)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static List<String> lines(java.util.function.IntFunction<String> line) {
    return IntStream.range(0, 125).mapToObj(line).toList();
  }

  private static String unlock(int i) {
    return """
        {"type":"unlock","eventId":"u%d","playerId":"q3","gameId":"%s","achievementId":"none-%d","occurredAt":"2026-11-01T00:00:00Z"}"""
        .formatted(i, GAME, i);
  }

  private static String action(String id, String player, String type, String game, String more) {
    return """
        {"type":"action","eventId":"%1$s","requestId":"%1$s","actionId":"%1$s","playerId":"%2$s","gameId":"%3$s",\
        "actionType":"%4$s","occurredAt":"2026-11-01T00:00:00Z"%5$s}"""
        .formatted(id, player, game, type, more);
  }
}
