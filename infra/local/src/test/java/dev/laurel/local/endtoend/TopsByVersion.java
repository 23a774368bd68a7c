package dev.laurel.local.endtoend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
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

  /**
   * Whether an answer is, place by place, the top of the version that it names. Versions of tables
   * are times too, so one of a top's version that says something else has to be of the tables.
   */
  boolean haveGiven(BoardAnswer answer) {
    Top top = tops.get(answer.version());
    return top != null && answer.fault(top.ranked(), top.total()).isEmpty();
  }

  private static JsonNode parse(String message) {
    try {
      return JSON.readTree(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no JSON: " + message, e);
    }
  }
}
