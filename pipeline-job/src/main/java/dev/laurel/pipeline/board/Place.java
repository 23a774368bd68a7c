package dev.laurel.pipeline.board;

/**
 * Where a player stands on a board, as far as the rank order goes.
 *
 * @param score sum of points
 * @param reachedAt when it was reached, event time, in milliseconds since 1970
 */
public record Place(long score, long reachedAt) {

  /** Below 0 if a player of this place ranks before one of the standing. */
  int compareTo(String playerId, Standing standing) {
    if (score != standing.score()) {
      return score > standing.score() ? -1 : 1;
    }
    int byTime = Long.compare(reachedAt, standing.reachedAt().toEpochMilli());
    return byTime != 0 ? byTime : playerId.compareTo(standing.playerId());
  }
}
