package dev.laurel.local.endtoend;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/** The boards of the seasons, as the API shows them, held to the official standings. */
record SeasonBoards(FormulaOne formulaOne, BoardClient boards) {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** Waits until the season's board has the points, then holds its order and every other answer. */
  void hold(String season, List<FormulaOne.Place> official) {
    await("points of " + season)
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> OfficialOrder.hasPoints(boards.leaderboard(season), official));
    OfficialOrder.hold(boards.leaderboard(season), official);
    new AgreeingAnswers(boards).hold(season);
  }

  /** Holds the final board of every season. */
  void holdFinals() {
    for (Map.Entry<String, NavigableMap<Integer, List<FormulaOne.Place>>> season :
        formulaOne.standings().entrySet()) {
      hold(season.getKey(), season.getValue().lastEntry().getValue());
    }
  }
}
