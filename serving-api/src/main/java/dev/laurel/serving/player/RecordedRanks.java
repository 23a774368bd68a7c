package dev.laurel.serving.player;

import java.util.Optional;

/**
 * What is recorded of a player's ranks on the board of all games.
 *
 * @param best the least ever recorded
 * @param dayAgo the rank a day ago
 * @param weekAgo the rank seven days ago
 * @param monthAgo the rank 30 days ago
 */
record RecordedRanks(
    Optional<Long> best, Optional<Long> dayAgo, Optional<Long> weekAgo, Optional<Long> monthAgo) {

  static final RecordedRanks NONE =
      new RecordedRanks(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** What has become of them since. */
  RankChanges changesTo(long rank) {
    return new RankChanges(
        dayAgo.map(then -> then - rank),
        weekAgo.map(then -> then - rank),
        monthAgo.map(then -> then - rank));
  }
}
