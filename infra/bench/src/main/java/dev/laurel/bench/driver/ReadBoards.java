package dev.laurel.bench.driver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.laurel.bench.board.Boards;
import dev.laurel.bench.board.Entry;
import dev.laurel.local.kafka.ReadTopic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The boards that rank changes lead to, as the topic's contract says how to apply them: those of
 * all time and for everyone. A gap ends the reading with an error.
 */
final class ReadBoards {

  private record Standing(long score, String reachedAt) {}

  private static final class Top {
    private long version;
    private final Map<String, Standing> entries = new HashMap<>();
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Top> tops = new TreeMap<>();

  private ReadBoards() {}

  /** Reads a topic from its beginning to its present end. */
  static Boards of(String bootstrapServers, String topic) throws IOException {
    ReadBoards reading = new ReadBoards();
    new ReadTopic(bootstrapServers, topic)
        .read(Optional.empty(), record -> reading.apply(record.value()));
    Map<String, List<Entry>> byName = new TreeMap<>();
    reading.tops.forEach((name, top) -> byName.put(name, entries(top)));
    return new Boards(byName);
  }

  private void apply(byte[] value) {
    try {
      JsonNode change = JSON.readTree(value);
      if (change.path("region").asText().equals("*")
          && change.path("period").asText().equals("all-time")) {
        apply(change);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException("a rank change is no JSON", unreadable);
    }
  }

  private void apply(JsonNode change) {
    Top top = tops.computeIfAbsent(change.path("gameId").asText(), name -> new Top());
    if (change.path("version").asLong() <= top.version) {
      return;
    }
    if (change.path("previousVersion").isNull()) {
      top.entries.clear();
    } else if (change.path("previousVersion").asLong() != top.version) {
      throw new IllegalStateException(
          "%s: a rank change applies to version %s, not to %d"
              .formatted(change.path("gameId"), change.path("previousVersion"), top.version));
    }
    top.version = change.path("version").asLong();
    change.path("removed").forEach(player -> top.entries.remove(player.asText()));
    for (JsonNode entry : change.path("changes")) {
      var standing = new Standing(entry.path("score").asLong(), entry.path("reachedAt").asText());
      top.entries.put(entry.path("playerId").asText(), standing);
    }
  }

  private static List<Entry> entries(Top top) {
    List<Map.Entry<String, Standing>> sorted = new ArrayList<>(top.entries.entrySet());
    sorted.sort(
        Comparator.comparingLong((Map.Entry<String, Standing> entry) -> -entry.getValue().score())
            .thenComparing(entry -> Instant.parse(entry.getValue().reachedAt()))
            .thenComparing(Map.Entry::getKey));
    return sorted.stream().map(each -> new Entry(each.getKey(), each.getValue().score())).toList();
  }
}
