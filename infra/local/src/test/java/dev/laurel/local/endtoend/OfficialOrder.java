package dev.laurel.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds a season's board to the official standings: every driver's points are the same, and the
 * official position lies among the ranks of those with equal points. Within such a block Formula 1
 * counts back and Laurel goes by time.
 */
final class OfficialOrder {
  private OfficialOrder() {}

  /** The points of each driver who has some line on the board. */
  static Map<String, Long> pointsOn(JsonNode leaderboard) {
    Map<String, Long> points = new HashMap<>();
    leaderboard.forEach(
        entry -> points.put(entry.get("userId").asText(), entry.get("score").asLong()));
    return points;
  }

  static Map<String, Long> pointsOf(List<FormulaOne.Place> places) {
    Map<String, Long> points = new HashMap<>();
    places.forEach(place -> points.put(place.playerId(), place.points()));
    return points;
  }

  /** Whether the points of all classified drivers are on the board. */
  static boolean hasPoints(JsonNode leaderboard, List<FormulaOne.Place> places) {
    return pointsOn(leaderboard).entrySet().containsAll(pointsOf(places).entrySet());
  }

  static void hold(JsonNode leaderboard, List<FormulaOne.Place> places) {
    Map<Long, int[]> blocks = new HashMap<>();
    int place = 0;
    for (JsonNode entry : leaderboard) {
      int rank = entry.get("rank").asInt();
      place++;
      assertThat(rank).as("ranks have no gaps and no shared places").isEqualTo(place);
      int[] block =
          blocks.computeIfAbsent(entry.get("score").asLong(), score -> new int[] {rank, rank});
      block[1] = rank;
    }
    Map<String, Long> points = pointsOn(leaderboard);
    for (FormulaOne.Place official : places) {
      assertThat(points.get(official.playerId()))
          .as(official.toString())
          .isEqualTo(official.points());
      int[] block = blocks.get(official.points());
      assertThat(official.position())
          .as("%s among ranks %d to %d", official, block[0], block[1])
          .isBetween(block[0], block[1]);
    }
  }
}
