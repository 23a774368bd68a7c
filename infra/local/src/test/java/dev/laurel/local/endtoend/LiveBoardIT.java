package dev.laurel.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a subscriber sees of a board while its players score one after the other. */
@ExtendWith(RunningStack.class)
class LiveBoardIT {
  private static final String GAME = "live-board";
  private static final int PLAYERS = 40;
  private static final int SHOWN = 25;

  @Test
  void aSubscriberSeesEveryChangeOfItsTopAndNothingElse(Stack stack) {
    stack.loadCatalog(
        "{\"kind\":\"game\",\"gameId\":\"" + GAME + "\",\"name\":\"Live board\"}",
        "{\"kind\":\"action\",\"actionType\":\"LIVE_RESULT\",\"minPoints\":-1000,\"maxPoints\":1000}");
    try (LiveBoard live = LiveBoard.open(stack.api(), GAME, SHOWN);
        Events events = new Events(stack.bootstrapServers())) {
      await().atMost(Duration.ofSeconds(30)).until(() -> live.updates().size() == 1);
      assertThat(live.updates().getFirst().leaderboard()).isEmpty();

      List<Long> latencies = new ArrayList<>();
      for (int i = 0; i < PLAYERS; i++) {
        latencies.addAll(scoreAndSee(events, live, "player-" + i, 1000 - i, i < SHOWN));
      }
      for (int i = 0; i < 60; i++) {
        latencies.addAll(scoreAndSee(events, live, "player-" + (i % SHOWN), 1, true));
        scoreAndSee(events, live, "player-" + (SHOWN + i % 15), 0, false);
      }

      List<LiveBoard.Frame> seen = live.updates();
      assertThat(seen).extracting(LiveBoard.Frame::version).isSorted().doesNotHaveDuplicates();
      for (int i = 1; i < seen.size(); i++) {
        assertThat(seen.get(i).leaderboard()).isNotEqualTo(seen.get(i - 1).leaderboard());
      }
      JsonNode board = new BoardClient(stack.api()).leaderboard(GAME);
      assertThat(board).hasSize(PLAYERS);
      report(latencies);
    }
  }

  /** Sends one result; if it changes the first entries, waits for the frame that shows it. */
  private static List<Long> scoreAndSee(
      Events events, LiveBoard live, String player, long points, boolean changes) {
    int before = live.updates().size();
    long sentAt = System.nanoTime();
    events.send(List.of(result(player, points, sentAt)));
    if (!changes) {
      return List.of();
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(2))
        .until(() -> live.updates().size() > before);
    assertThat(live.updates()).as("one frame for one change").hasSize(before + 1);
    assertThat(live.updates().get(before).shows(player)).isTrue();
    return List.of(live.updates().get(before).arrivedAt() - sentAt);
  }

  private static String result(String player, long points, long id) {
    return """
        {"type":"action","eventId":"%1$d","requestId":"%1$d","actionId":"%1$d","playerId":"%2$s","gameId":"%3$s",\
        "actionType":"LIVE_RESULT","points":%4$d,"occurredAt":"2026-11-01T00:00:00Z"}"""
        .formatted(id, player, GAME, points);
  }

  private static void report(List<Long> latencies) {
    Collections.sort(latencies);
    System.out.printf(
        "Event sent to frame received on the idle stack, %d events: p50 %d ms, p95 %d ms, greatest %d ms%n",
        latencies.size(),
        latencies.get(latencies.size() / 2) / 1_000_000,
        latencies.get(latencies.size() * 95 / 100) / 1_000_000,
        latencies.getLast() / 1_000_000);
  }
}
