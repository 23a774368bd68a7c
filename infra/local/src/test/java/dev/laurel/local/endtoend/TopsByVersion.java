package dev.laurel.local.endtoend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tops of a board, version by version, from the messages of the topic rank-changes. */
final class TopsByVersion {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The first places of a version, in rank order, and how many stand on the whole board. */
  private record Top(List<BoardsByVersion.Line> ranked, long total) {}

  private final Map<Long, Top> tops = new HashMap<>();

  TopsByVersion(List<String> messages) {
    Map<String, BoardsByVersion.Line> standing = new HashMap<>();
    for (String message : messages) {
      JsonNode change = parse(message);
      if (change.path("previousVersion").isNull()) {
        standing.clear();
      }
      change.path("removed").forEach(player -> standing.remove(player.asText()));
      for (JsonNode entry : change.path("changes")) {
        String player = entry.path("playerId").asText();
        standing.put(
            player,
            new BoardsByVersion.Line(
                player,
                entry.path("score").asLong(),
                Instant.parse(entry.path("reachedAt").asText())));
      }
      tops.put(
          change.path("version").asLong(),
          new Top(
              standing.values().stream().sorted(BoardsByVersion.Line.RANK_ORDER).toList(),
              change.path("total").asLong()));
    }
  }

  /** What is wrong with answers that were given from tops. */
  List<String> faults(List<BoardAnswer> answers) {
    List<String> faults = new ArrayList<>();
    for (BoardAnswer answer : answers) {
      Top top = tops.get(answer.version());
      if (top == null) {
        faults.add(answer.path() + ": no top has version " + answer.version());
      } else {
        answer.fault(top.ranked(), top.total()).ifPresent(faults::add);
      }
    }
    return faults;
  }

  private static JsonNode parse(String message) {
    try {
      return JSON.readTree(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no JSON: " + message, e);
    }
  }
}
