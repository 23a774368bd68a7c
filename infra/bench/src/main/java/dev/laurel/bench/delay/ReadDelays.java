package dev.laurel.bench.delay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.laurel.bench.delay.MatchChanges.Entry;
import dev.laurel.bench.delay.MatchChanges.Place;
import dev.laurel.local.kafka.ReadTopic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads the delays of a run from its topics afterwards. Both have the broker's clock: the time of
 * append.
 */
public final class ReadDelays {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String GLOBAL = "global";

  private record Change(long appendedAt, List<Entry> entries) {}

  private final String bootstrapServers;
  private final List<Change> changes = new ArrayList<>();
  private final Set<String> shown = new HashSet<>();
  private final Set<String> seen = new HashSet<>();
  private final Map<Place, Long> scores = new HashMap<>();
  private final MatchChanges match = new MatchChanges();

  private ReadDelays(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * Of the changes of all-time boards for everyone whose oldest event was appended at {@code since}
   * or later.
   */
  public static Delays of(
      String bootstrapServers, String events, String changes, long since, long eventsPerSecond)
      throws IOException {
    ReadDelays reading = new ReadDelays(bootstrapServers);
    reading.each(changes, (change, at) -> reading.change(change, at));
    reading.each(events, (event, at) -> reading.event(event, at));
    return Delays.of(eventsPerSecond, reading.delays(since));
  }

  private interface Reader {
    void read(JsonNode value, long appendedAt);
  }

  private void each(String topic, Reader reader) throws IOException {
    new ReadTopic(bootstrapServers, topic)
        .read(
            Optional.empty(),
            record -> {
              try {
                reader.read(JSON.readTree(record.value()), record.timestamp());
              } catch (IOException unreadable) {
                throw new UncheckedIOException(topic + " holds what is no JSON", unreadable);
              }
            });
  }

  private void change(JsonNode change, long appendedAt) {
    if (!change.path("region").asText().equals("*")
        || !change.path("period").asText().equals("all-time")) {
      return;
    }
    List<Entry> entries = new ArrayList<>();
    for (JsonNode each : change.path("changes")) {
      Place place = new Place(change.path("gameId").asText(), each.path("playerId").asText());
      shown.add(place.playerId());
      boolean wasInTop = !each.path("previousRank").isNull();
      entries.add(new Entry(place, each.path("score").asLong(), wasInTop));
    }
    changes.add(new Change(appendedAt, entries));
  }

  private void event(JsonNode event, long appendedAt) {
    String player = event.path("playerId").asText();
    if (!event.path("type").asText().equals("unlock") || !shown.contains(player)) {
      return;
    }
    Place all = new Place(GLOBAL, player);
    String game = event.path("gameId").asText();
    if (seen.add(player + '|' + game + '|' + event.path("achievementId").asText())) {
      long points = event.path("points").asLong();
      match.raised(all, scores.merge(all, points, Long::sum), appendedAt);
      Place inGame = new Place(game, player);
      match.raised(inGame, scores.merge(inGame, points, Long::sum), appendedAt);
    }
  }

  private long[] delays(long since) {
    List<Long> delays = new ArrayList<>();
    for (Change change : changes) {
      OptionalLong oldest = match.oldest(change.entries());
      if (oldest.isPresent() && oldest.getAsLong() >= since) {
        delays.add(change.appendedAt() - oldest.getAsLong());
      }
    }
    return delays.stream().mapToLong(each -> each).sorted().toArray();
  }
}
