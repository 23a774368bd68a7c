package dev.laurel.bench.ranks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Redis in memory alone, with the board as one sorted set. */
final class RedisServer implements AutoCloseable {
  static final String BOARD = "board";

  private static final int PORT = 26_379;
  private static final int AT_ONCE = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Process process;

  private RedisServer(Process process) {
    this.process = process;
  }

  static RedisServer start(Path log) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                "redis-server",
                "--port",
                Integer.toString(PORT),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--appendonly",
                "no")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    RedisServer server = new RedisServer(process);
    server.awaitAnswer();
    return server;
  }

  int port() {
    return PORT;
  }

  /** Puts everyone into the sorted set. */
  void fill(Members members) throws IOException {
    try (Redis redis = new Redis(PORT)) {
      for (int first = 0; first < members.players(); first += AT_ONCE) {
        int last = Math.min(first + AT_ONCE, members.players());
        for (int player = first; player < last; player++) {
          redis.send("ZADD", BOARD, Long.toString(Members.score(player)), Members.id(player));
        }
        redis.flush();
        for (int player = first; player < last; player++) {
          redis.read();
        }
      }
    }
  }

  private void awaitAnswer() throws IOException, InterruptedException {
    Instant latest = Instant.now().plus(PATIENCE);
    while (true) {
      try (Redis redis = new Redis(PORT)) {
        redis.call("PING");
        return;
      } catch (IOException notYet) {
        if (Instant.now().isAfter(latest)) {
          throw new IOException("redis-server does not answer on port " + PORT, notYet);
        }
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
