package dev.laurel.serving;

import static org.awaitility.Awaitility.await;

import dev.laurel.serving.RankChangeJson.BoardName;
import java.net.URI;
import java.time.Duration;

/** Another service over the shared database and broker, for which it is when a test says. */
final class ServiceAt implements AutoCloseable {

  private static final Stack STACK = Stack.shared();

  private final MovableClock clock;
  private final RunningService service;

  private ServiceAt(MovableClock clock) throws BadConfigurationException {
    this.clock = clock;
    service = new RunningService(STACK.config("--board-token=optional"), clock);
  }

  /** A service whose boards are loaded. */
  static ServiceAt start(String now) throws BadConfigurationException {
    ServiceAt started = new ServiceAt(new MovableClock(now));
    started.service.start();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> Replies.get(started.service, "/observe/health/ready").status() == 200);
    return started;
  }

  void itIs(String now) {
    clock.set(now);
  }

  Reply get(String path, String... headers) {
    return Replies.get(service, path, headers);
  }

  Reply board(String gameId, String query, String... headers) {
    return get("/api/v1/leaderboards/" + gameId + "?" + query, headers);
  }

  /** Publishes a change and waits until the service shows it. */
  void publish(RankChangeJson change) {
    STACK.publish(change);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> version(change.gameId(), change.board()) == change.version());
  }

  LiveClient connect() {
    return LiveClient.connect(
        URI.create("ws://127.0.0.1:" + service.port() + "/ws/v1/scoreboard/live"));
  }

  @Override
  public void close() {
    service.close();
  }

  private long version(String gameId, BoardName board) {
    String region = board.region().equals("*") ? "" : "&region=" + board.region();
    String at = board.period().equals("all-time") ? "" : "&at=" + board.periodStart();
    return board(gameId, "limit=1&period=" + board.period() + region + at)
        .data()
        .path("version")
        .asLong();
  }
}
