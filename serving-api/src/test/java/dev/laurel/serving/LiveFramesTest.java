package dev.laurel.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.java_websocket.enums.Opcode;
import org.java_websocket.framing.PingFrame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Frames below the messages: pings, fragments, what is too much, and clients that go. */
class LiveFramesTest {

  private static final Stack STACK = Stack.shared();

  private final LiveClient client = LiveClient.connect(STACK.live(""));

  @AfterEach
  void close() throws InterruptedException {
    client.closeBlocking();
  }

  @Test
  void answersPingFramesWithTheirPayload() throws InterruptedException {
    PingFrame ping = new PingFrame();
    ping.setPayload(ByteBuffer.wrap("are you there".getBytes(StandardCharsets.UTF_8)));

    client.sendFrame(ping);

    assertThat(client.pong()).isEqualTo("are you there");
  }

  @Test
  void joinsFragments() {
    client.sendFragmentedFrame(
        Opcode.TEXT, ByteBuffer.wrap("{\"type\":".getBytes(StandardCharsets.UTF_8)), false);
    client.sendFragmentedFrame(
        Opcode.TEXT, ByteBuffer.wrap("\"ping\"}".getBytes(StandardCharsets.UTF_8)), true);

    assertThat(client.next().path("type").asText()).isEqualTo("pong");
  }

  @Test
  void closesOnBinaryMessages() {
    client.send(new byte[] {1, 2, 3});

    assertThat(client.closeCode()).isEqualTo(1003);
  }

  @Test
  void closesOnMessagesOver64KiB() {
    client.send("x".repeat(65_537));

    assertThat(client.closeCode()).isEqualTo(1009);
  }

  @Test
  void closesOnFramesFarOver64KiB() {
    client.send("x".repeat(1_000_000));

    assertThat(client.closeCode()).as("too big, or cut before that is read").isIn(1009, 1006);
  }

  @Test
  void closesOnFragmentsThatTogetherAreTooLong() {
    for (int i = 0; i < 20; i++) {
      client.sendFragmentedFrame(
          Opcode.TEXT, ByteBuffer.wrap("x".repeat(4_000).getBytes(StandardCharsets.UTF_8)), false);
    }

    assertThat(client.closeCode()).isEqualTo(1009);
  }

  @Test
  void forgetsAClientThatJustGoesAway() throws InterruptedException {
    LiveClient other = LiveClient.connect(STACK.live(""), Map.of("X-Request-ID", "ws-1"));
    assertThat(other.requestId()).isEqualTo("ws-1");
    double before = connections();

    other.closeConnection(1006, "gone");

    await().until(() -> connections() < before);
  }

  private static double connections() {
    return Metric.of(STACK, "laurel_live_connections");
  }
}
