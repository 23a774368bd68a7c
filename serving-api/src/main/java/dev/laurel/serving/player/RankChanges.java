package dev.laurel.serving.player;

import java.util.Optional;

/**
 * How many places a player has risen on the board of all games: below 0 for a fall, null where no
 * rank of that time is recorded.
 *
 * @param day since a day ago
 * @param week since seven days ago
 * @param month since 30 days ago
 */
record RankChanges(Optional<Long> day, Optional<Long> week, Optional<Long> month) {
  static final RankChanges NONE =
      new RankChanges(Optional.empty(), Optional.empty(), Optional.empty());
}
