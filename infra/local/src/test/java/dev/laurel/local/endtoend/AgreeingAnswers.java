package dev.laurel.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Every way to ask where players of a board of at most a hundred stand, held to its page. */
record AgreeingAnswers(BoardClient boards) {
  private static final int NEIGHBOURS = 2;
  private static final int FRIENDS = 12;

  /** Holds them once nothing moves. */
  void hold(String gameId) {
    await("answers about " + gameId)
        .atMost(Duration.ofSeconds(30))
        .pollDelay(Duration.ZERO)
        .untilAsserted(() -> holdNow("/api/v1/leaderboards/" + gameId));
  }

  private void holdNow(String board) {
    JsonNode page = boards.get(board + "?limit=100").path("data");
    List<JsonNode> entries = new ArrayList<>();
    page.path("leaderboard").forEach(entries::add);
    long version = page.path("version").asLong();
    for (JsonNode entry : entries) {
      JsonNode place =
          boards
              .get(
                  "%s/players/%s?around=%d"
                      .formatted(board, entry.path("userId").asText(), NEIGHBOURS))
              .path("data");
      assertThat(place.path("version").asLong()).isEqualTo(version);
      assertThat(place.path("entry")).isEqualTo(entry);
      assertThat(place.path("total")).isEqualTo(page.at("/pagination/total"));
      int rank = entry.path("rank").asInt();
      int total = place.path("total").asInt();
      assertThat(place.path("percentile").asDouble()).isEqualTo((total - rank) * 100.0 / total);
      assertThat(place.path("around"))
          .containsExactlyElementsOf(
              entries.subList(
                  Math.max(0, rank - 1 - NEIGHBOURS), Math.min(entries.size(), rank + NEIGHBOURS)));
    }
    List<JsonNode> some = entries.subList(0, Math.min(FRIENDS, entries.size()));
    String names =
        some.stream().map(entry -> entry.path("userId").asText()).collect(Collectors.joining(","));
    JsonNode friends = boards.get(board + "/friends?players=" + names).path("data");
    assertThat(friends.path("leaderboard"))
        .extracting(friend -> friend.path("rank").asInt())
        .containsExactlyElementsOf(some.stream().map(entry -> entry.path("rank").asInt()).toList());
  }
}
