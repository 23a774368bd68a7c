package dev.laurel.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Who plays and what there is to play.
 *
 * @param games the achievements of each game, by its id, favourites first
 * @param players favourites first: the first ones play most
 */
record DemoWorld(Map<String, List<String>> games, List<Player> players) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PLAYERS = 600;
  private static final List<String> FIRST =
      List.of(
          "Ada", "Bruno", "Chiara", "Dmitri", "Esi", "Farid", "Greta", "Hiro", "Ines", "Jonas",
          "Kavya", "Liam", "Mei", "Noor", "Olga", "Pavel", "Quinn", "Rosa", "Sven", "Tala", "Umar",
          "Vera", "Wei", "Ximena", "Yara", "Zoltan");
  private static final List<String> LAST =
      List.of(
          "Fox", "Comet", "Lantern", "Moss", "Nimbus", "Otter", "Pixel", "Quartz", "Raven", "Saber",
          "Thistle", "Umbra", "Vortex", "Willow", "Zephyr");
  private static final List<String> REGIONS =
      List.of("DE", "US", "BR", "JP", "GB", "IN", "FR", "KR", "NG", "MX");

  /** A player with the profile that the page shows. */
  record Player(String id, String username, String region) {}

  /**
   * The games of a catalog file, and players made up from {@code seed}: the same ones each time.
   */
  static DemoWorld of(Path catalog, long seed) throws IOException {
    Map<String, List<String>> games = new LinkedHashMap<>();
    for (String line : Files.readAllLines(catalog)) {
      JsonNode definition = JSON.readTree(line);
      List<String> achievements =
          games.computeIfAbsent(definition.path("gameId").asText(), game -> new ArrayList<>());
      if (definition.path("kind").asText().equals("achievement")) {
        achievements.add(definition.path("achievementId").asText());
      }
    }
    return new DemoWorld(games, players(new SplittableRandom(seed)));
  }

  private static List<Player> players(SplittableRandom random) {
    List<Player> players = new ArrayList<>();
    for (int i = 0; i < PLAYERS; i++) {
      String first = FIRST.get(random.nextInt(FIRST.size()));
      String last = LAST.get(random.nextInt(LAST.size()));
      String region =
          REGIONS.get((int) (REGIONS.size() * random.nextDouble() * random.nextDouble()));
      players.add(
          new Player(
              "demo-%03d".formatted(i + 1),
              first + " " + last + " " + random.nextInt(10, 100),
              region));
    }
    return players;
  }
}
