package dev.laurel.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.serving.RankChangeJson.Line;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlowClientTest {

  private static final Stack STACK = Stack.shared();
  private static final int VERSIONS = 150;

  @Test
  void costsNobodyElseAnythingAndIsCut() throws Exception {
    try (RunningService service =
            new RunningService(
                STACK.config("--board-token=optional", "--slow-client-timeout=PT3S"));
        Socket slow = new Socket()) {
      service.start();
      STACK.publish(version(1));
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> Replies.get(service, "/api/v1/leaderboards/slow").status() == 200);
      subscribeAndReadNothing(slow, service.port());
      LiveClient quick =
          LiveClient.connect(
              URI.create("ws://127.0.0.1:" + service.port() + "/ws/v1/scoreboard/live"));
      quick.ask("{\"type\":\"subscribe_leaderboard\",\"gameId\":\"slow\",\"limit\":100}");

      for (int version = 2; version <= VERSIONS; version++) {
        STACK.publish(version(version));
        assertThat(quick.next().at("/data/version").asInt()).isEqualTo(version);
      }

      await().atMost(Duration.ofSeconds(20)).until(() -> isCut(slow));
      STACK.publish(version(VERSIONS + 1));
      assertThat(quick.next().at("/data/version").asInt()).isEqualTo(VERSIONS + 1);
      quick.closeBlocking();
    }
  }

  /** A top of 100 long names, so that a few frames fill every buffer between. */
  private static RankChangeJson version(int version) {
    Line[] lines =
        IntStream.range(0, 100)
            .mapToObj(
                n ->
                    new Line(
                        "p%03d".formatted(n),
                        1_000L * version - n,
                        java.util.Optional.of("n".repeat(100))))
            .toArray(Line[]::new);
    return RankChangeJson.whole("slow", version, lines);
  }

  private static void subscribeAndReadNothing(Socket slow, int port) throws IOException {
    slow.setReceiveBufferSize(4_096);
    slow.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    String upgrade =
        """
        GET /ws/v1/scoreboard/live HTTP/1.1\r
        Host: 127.0.0.1\r
        Upgrade: websocket\r
        Connection: Upgrade\r
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
        Sec-WebSocket-Version: 13\r
        \r
        """;
    slow.getOutputStream().write(upgrade.getBytes(StandardCharsets.US_ASCII));
    assertThat(slow.getInputStream().read()).isEqualTo('H');
    slow.getOutputStream()
        .write(frame("{\"type\":\"subscribe_leaderboard\",\"gameId\":\"slow\",\"limit\":100}"));
  }

  /** A text frame of a client, masked with zeros. */
  private static byte[] frame(String text) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(0x81);
    frame.write(0x80 | text.length());
    frame.writeBytes(new byte[4]);
    frame.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    return frame.toByteArray();
  }

  /** Whether the service has cut the connection: writing to it fails. */
  private static boolean isCut(Socket slow) {
    try {
      slow.getOutputStream().write(frame("{\"type\":\"ping\"}"));
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
