package dev.laurel.pipeline;

import dev.laurel.pipeline.ledger.GameScore;
import dev.laurel.pipeline.ledger.PlayerTotals;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The score of each player who has one, read from the newest of the rows that were written. */
final class PlayerSums {
  private PlayerSums() {}

  static Map<String, Long> ofTotals(List<PlayerTotals> rows) {
    Map<String, PlayerTotals> newest = new HashMap<>();
    for (PlayerTotals row : rows) {
      newest.merge(
          row.playerId(), row, (old, next) -> next.version() >= old.version() ? next : old);
    }
    newest.values().removeIf(row -> row.reached().isEmpty());
    Map<String, Long> sums = new HashMap<>();
    newest.values().forEach(row -> sums.put(row.playerId(), row.score()));
    return sums;
  }

  static Map<String, Long> ofGames(List<GameScore> rows) {
    Map<String, GameScore> newest = new HashMap<>();
    for (GameScore row : rows) {
      newest.merge(
          row.playerId() + "/" + row.gameId(),
          row,
          (old, next) -> next.version() >= old.version() ? next : old);
    }
    Map<String, Long> sums = new HashMap<>();
    newest.values().forEach(row -> sums.merge(row.playerId(), row.score(), Long::sum));
    return sums;
  }
}
