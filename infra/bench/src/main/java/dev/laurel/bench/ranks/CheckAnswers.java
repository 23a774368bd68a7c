package dev.laurel.bench.ranks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Holds answers of the service to plain SQL: 200 ranks with their neighbours, and ten pages. */
record CheckAnswers(String board, SqlPeers sql, Members members) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int RANKS = 200;
  private static final int PAGES = 10;

  void run() throws IOException, InterruptedException, SQLException {
    SplittableRandom dice = new SplittableRandom(11);
    List<String> players =
        IntStream.range(0, RANKS)
            .mapToObj(
                i ->
                    Members.id(
                        i % 2 == 0 ? members.any(dice.nextInt()) : members.tied(dice.nextInt())))
            .distinct()
            .toList();
    Map<String, Long> ranks = sql.window(players);
    for (String player : players) {
      JsonNode data = get("/players/" + player + "?around=10");
      if (data.at("/entry/rank").asLong() != ranks.get(player)) {
        throw new IOException(
            "the rank of %s is %d, expected %d"
                .formatted(player, data.at("/entry/rank").asLong(), ranks.get(player)));
      }
    }
    for (int page = 0; page < PAGES; page++) {
      long offset = dice.nextLong(members.players() - 100L);
      List<String> told = new ArrayList<>();
      get("?limit=100&offset=" + offset)
          .path("leaderboard")
          .forEach(entry -> told.add(entry.path("userId").asText()));
      if (!told.equals(sql.page(100, offset))) {
        throw new IOException("the page at offset " + offset + " is not the one that it should be");
      }
    }
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      var answer =
          client.send(
              HttpRequest.newBuilder(URI.create(board + path)).build(), BodyHandlers.ofByteArray());
      return JSON.readTree(answer.body()).path("data");
    }
  }
}
