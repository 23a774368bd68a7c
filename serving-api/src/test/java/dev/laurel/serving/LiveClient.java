package dev.laurel.serving;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ServerHandshake;

/** A WebSocket client that keeps what it is sent. */
final class LiveClient extends WebSocketClient {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> pongs = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final CompletableFuture<String> requestId = new CompletableFuture<>();

  private LiveClient(URI address, Map<String, String> headers) {
    super(address, headers);
    setConnectionLostTimeout(0);
  }

  /** A client that is connected. */
  static LiveClient connect(URI address, Map<String, String> headers) {
    LiveClient client = new LiveClient(address, headers);
    try {
      if (!client.connectBlocking(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("The service does not let the client in");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return client;
  }

  static LiveClient connect(URI address) {
    return connect(address, Map.of());
  }

  /** Says it, and takes the next message. */
  JsonNode ask(String message) {
    send(message);
    return next();
  }

  /** The next message. */
  JsonNode next() {
    try {
      JsonNode message = messages.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (message == null) {
        throw new AssertionError("Nothing was sent for " + PATIENCE);
      }
      return message;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What was sent until now and not taken: everything sent before the answer to a ping that is sent
   * now.
   */
  List<JsonNode> untilPong() {
    List<JsonNode> taken = new java.util.ArrayList<>();
    send("{\"type\":\"ping\",\"id\":\"until\"}");
    for (JsonNode message = next();
        !message.path("id").asText().equals("until");
        message = next()) {
      taken.add(message);
    }
    return taken;
  }

  /** The payload of the next pong. */
  String pong() throws InterruptedException {
    return pongs.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The code with which the service closed the connection. */
  int closeCode() {
    return closed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  String requestId() {
    return requestId.join();
  }

  @Override
  public void onOpen(ServerHandshake handshake) {
    requestId.complete(handshake.getFieldValue("X-Request-ID"));
  }

  @Override
  public void onMessage(String message) {
    try {
      messages.add(JSON.readTree(message));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not JSON: " + message, e);
    }
  }

  @Override
  public void onWebsocketPong(org.java_websocket.WebSocket connection, Framedata frame) {
    pongs.add(java.nio.charset.StandardCharsets.UTF_8.decode(frame.getPayloadData()).toString());
  }

  @Override
  public void onClose(int code, String reason, boolean remote) {
    closed.complete(code);
  }

  @Override
  public void onError(Exception fault) {
    closed.completeExceptionally(fault);
  }
}
