package dev.laurel.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A minute without PostgreSQL under a thousand events a second. */
@ExtendWith(RunningStack.class)
class DatabaseOutageIT {
  private static final String GAME = "outage";
  private static final int EVENTS_A_SECOND = 1_000;
  private static final int PLAYERS = 500;
  private static final Duration OUTAGE = Duration.ofMinutes(1);

  @Test
  void rankChangesAndCheckpointsGoOnAndTheTablesAreWholeAfterwards(Stack stack) throws Exception {
    stack.loadCatalog("{\"kind\":\"game\",\"gameId\":\"" + GAME + "\",\"name\":\"Outage\"}");
    try (Traffic traffic = new Traffic(stack.bootstrapServers());
        LiveBoard live = LiveBoard.open(stack.api(), GAME, 100)) {
      await().atMost(Duration.ofSeconds(30)).until(() -> live.updates().size() > 10);

      stack.pause("postgres");
      long checkpointsBefore = stack.job().completedCheckpoints();
      List<Integer> frames = framesEvery5Seconds(live, OUTAGE);
      long checkpoints = stack.job().completedCheckpoints() - checkpointsBefore;
      stack.resume("postgres");

      traffic.stop();
      assertThat(frames).as("frames in each 5 s without PostgreSQL").allMatch(count -> count > 0);
      assertThat(checkpoints).as("checkpoints in a minute without PostgreSQL").isGreaterThan(5);
      holdTables(stack, traffic.sent());
    }
  }

  /** How many frames come in each 5 s of a time. */
  private static List<Integer> framesEvery5Seconds(LiveBoard live, Duration during) {
    Instant start = Instant.now();
    List<Integer> frames = new ArrayList<>();
    int seen = live.updates().size();
    for (int i = 1; i <= during.toSeconds() / 5; i++) {
      Instant end = start.plusSeconds(5L * i);
      await().atMost(Duration.ofSeconds(10)).until(() -> !Instant.now().isBefore(end));
      frames.add(live.updates().size() - seen);
      seen = live.updates().size();
    }
    return frames;
  }

  private static void holdTables(Stack stack, Map<String, Long> sent) {
    await("the tables hold every event")
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofSeconds(1))
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              assertThat(
                      scores(
                          stack,
                          "select player_id, score from laurel.player_scores where game_id = 'outage'"))
                  .isEqualTo(sent);
              assertThat(
                      scores(
                          stack,
                          "select player_id, sum(points) from laurel.score_events where game_id = 'outage' group by 1"))
                  .isEqualTo(sent);
            });
  }

  private static Map<String, Long> scores(Stack stack, String query) throws SQLException {
    Map<String, Long> scores = new TreeMap<>();
    try (Connection database = DriverManager.getConnection(stack.jdbcUrl(), "laurel_admin", "");
        var statement = database.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        scores.put(rows.getString(1), rows.getLong(2));
      }
    }
    return scores;
  }

  /** A thousand events a second of players who take turns, until it is stopped. */
  private static final class Traffic implements AutoCloseable {
    private final Events events;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Map<String, Long> sent = new TreeMap<>();
    private long number;

    Traffic(String bootstrapServers) {
      events = new Events(bootstrapServers);
      var unused = clock.scheduleAtFixedRate(this::sendSome, 0, 100, TimeUnit.MILLISECONDS);
    }

    Map<String, Long> sent() {
      return sent;
    }

    void stop() throws InterruptedException {
      clock.shutdown();
      assertThat(clock.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
      events.flush();
    }

    @Override
    public void close() {
      clock.shutdownNow();
      events.close();
    }

    private void sendSome() {
      for (int i = 0; i < EVENTS_A_SECOND / 10; i++) {
        long id = number++;
        String player = "outage-" + (id * id % PLAYERS);
        var unused = events.send("player-events", player, action(id, player));
        sent.merge(player, 150L, Long::sum);
      }
    }

    private static String action(long id, String player) {
      return """
          {"type":"action","eventId":"out-%1$d","requestId":"out-%1$d","actionId":"out-%1$d","playerId":"%2$s",\
          "gameId":"%3$s","actionType":"LEVEL_COMPLETE","occurredAt":"%4$s","metadata":{"n":%1$d}}"""
          .formatted(id, player, GAME, Instant.now());
    }
  }
}
