package dev.laurel.bench.ranks;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * A bare server on the same web server as the service, in a process of its own: it answers ranks
 * and neighbours by Redis, and the bytes of a file.
 */
public final class PeerServer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CONNECTIONS = 10;

  private final BlockingQueue<Redis> pool = new ArrayBlockingQueue<>(CONNECTIONS);

  private PeerServer(int redisPort) throws IOException {
    for (int i = 0; i < CONNECTIONS; i++) {
      pool.add(new Redis(redisPort));
    }
  }

  /** Arguments: the port to listen on, that of Redis, the file. */
  public static void main(String[] arguments) throws IOException {
    PeerServer peer = new PeerServer(Integer.parseInt(arguments[1]));
    byte[] bytes = Files.readAllBytes(Path.of(arguments[2]));
    WebServer.builder()
        .host("127.0.0.1")
        .port(Integer.parseInt(arguments[0]))
        .routing(
            HttpRouting.builder()
                .get("/rank/{player}", peer::rank)
                .get("/around/{player}", peer::around)
                .get("/bytes", (request, response) -> send(response, bytes)))
        .build()
        .start();
  }

  private void rank(ServerRequest request, ServerResponse response) throws Exception {
    String player = request.path().pathParameters().get("player");
    Redis redis = pool.take();
    try {
      long rank = 1 + Long.parseLong((String) redis.call("ZREVRANK", RedisServer.BOARD, player));
      String score = (String) redis.call("ZSCORE", RedisServer.BOARD, player);
      send(response, JSON.writeValueAsBytes(Map.of("entry", entry(rank, player, score))));
    } finally {
      pool.add(redis);
    }
  }

  private void around(ServerRequest request, ServerResponse response) throws Exception {
    String player = request.path().pathParameters().get("player");
    Redis redis = pool.take();
    try {
      long place = Long.parseLong((String) redis.call("ZREVRANK", RedisServer.BOARD, player));
      long first = Math.max(0, place - 10);
      List<?> near =
          (List<?>)
              redis.call(
                  "ZREVRANGE",
                  RedisServer.BOARD,
                  Long.toString(first),
                  Long.toString(place + 10),
                  "WITHSCORES");
      List<Object> entries = new ArrayList<>();
      for (int i = 0; i < near.size(); i += 2) {
        entries.add(entry(first + i / 2 + 1, (String) near.get(i), (String) near.get(i + 1)));
      }
      send(response, JSON.writeValueAsBytes(Map.of("around", entries)));
    } finally {
      pool.add(redis);
    }
  }

  private static Map<String, Object> entry(long rank, String player, String score) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("rank", rank);
    entry.put("userId", player);
    entry.put("score", Long.parseLong(score));
    return entry;
  }

  private static void send(ServerResponse response, byte[] bytes) {
    response.header("Content-Type", "application/json");
    response.send(bytes);
  }
}
