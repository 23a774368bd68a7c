package dev.laurel.local.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** A WebSocket client that subscribes to one board and keeps every frame it is sent. */
final class LiveBoard implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final List<Frame> frames = new CopyOnWriteArrayList<>();
  private final WebSocket socket;

  /** A message of the server, and when it came, in nanoseconds of this process. */
  record Frame(JsonNode message, long arrivedAt) {
    JsonNode leaderboard() {
      return message.path("data").path("leaderboard");
    }

    long version() {
      return message.path("data").path("version").asLong();
    }

    String gameId() {
      return message.path("data").path("gameId").asText();
    }

    boolean shows(String playerId) {
      return scoreOf(playerId) != Long.MIN_VALUE;
    }

    long scoreOf(String playerId) {
      for (JsonNode entry : leaderboard()) {
        if (entry.path("userId").asText().equals(playerId)) {
          return entry.path("score").asLong();
        }
      }
      return Long.MIN_VALUE;
    }
  }

  private LiveBoard(String api) {
    URI uri = URI.create(api.replaceFirst("^http", "ws") + "/ws/v1/scoreboard/live");
    socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(uri, new Keep()).join();
  }

  /** Opens a connection and subscribes to the first {@code limit} entries of a board. */
  static LiveBoard open(String api, String gameId, int limit) {
    LiveBoard board = new LiveBoard(api);
    board.subscribe(gameId, limit);
    return board;
  }

  /** Subscribes to another board as well. */
  void subscribe(String gameId, int limit) {
    send(
        "{\"type\":\"subscribe_leaderboard\",\"gameId\":\"%s\",\"limit\":%d}"
            .formatted(gameId, limit));
  }

  void send(String message) {
    socket.sendText(message, true).join();
  }

  /** Every {@code scoreboard_update} so far. */
  List<Frame> updates() {
    return frames.stream()
        .filter(f -> f.message().path("type").asText().equals("scoreboard_update"))
        .toList();
  }

  /** Every message so far. */
  List<Frame> frames() {
    return frames;
  }

  @Override
  public void close() {
    socket.abort();
  }

  private final class Keep implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        frames.add(new Frame(parse(text.toString()), System.nanoTime()));
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    private JsonNode parse(String message) {
      try {
        return JSON.readTree(message);
      } catch (IOException notJson) {
        throw new UncheckedIOException(message, notJson);
      }
    }
  }
}
