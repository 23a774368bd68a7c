package dev.laurel.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.serving.RankChangeJson.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthAndMetricsTest {

  private static final Stack STACK = Stack.shared();

  @ParameterizedTest
  @ValueSource(strings = {"/observe/health", "/observe/health/live", "/observe/health/ready"})
  void isUpWhenEverythingIsThere(String path) {
    await().until(() -> STACK.get(path).status() == 200);

    assertThat(STACK.get(path).json().path("status").asText()).isEqualTo("UP");
  }

  @Test
  void countsWhatBecameOfRankChanges() {
    double applied = Metric.of(STACK, "laurel_rank_changes_applied_total");
    double dropped = Metric.of(STACK, "laurel_rank_changes_dropped_total");

    STACK.publish(RankChangeJson.whole("counted", 5, Line.of("ada", 1)));
    STACK.publish(RankChangeJson.whole("counted", 4, Line.of("ada", 1)));
    STACK.broker().send(Stack.TOPIC, "game/counted/*/all-time/1970-01-01", "not a rank change");

    await().until(() -> Metric.of(STACK, "laurel_rank_changes_applied_total") > applied);
    await().until(() -> Metric.of(STACK, "laurel_rank_changes_dropped_total") > dropped);
    await().until(() -> Metric.of(STACK, "laurel_rank_changes_unreadable_total") > 0);
    assertThat(Metric.of(STACK, "laurel_boards_held")).isPositive();
    assertThat(Metric.of(STACK, "laurel_feed_connected")).isEqualTo(1);
    assertThat(Metric.of(STACK, "laurel_feed_age_seconds")).isPositive();
  }

  @Test
  void timesCalls() {
    STACK.get("/api/v1/players/nobody");

    assertThat(STACK.get("/observe/metrics").text())
        .contains("laurel_http_requests_seconds_count")
        .contains("path=\"/api/v1/players/{playerId}\"")
        .contains("status=\"404\"");
  }
}
