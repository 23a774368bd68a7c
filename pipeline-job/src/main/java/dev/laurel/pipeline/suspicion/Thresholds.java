package dev.laurel.pipeline.suspicion;

import java.io.Serializable;
import java.time.Duration;

/**
 * From where on something is suspect.
 *
 * @param factor how many times as much as ever before is far above it
 * @param leastPoints points of a player in a game in a minute up to which nobody looks
 * @param leastUnlocks unlocks of a player in a game in a minute up to which nobody looks
 * @param leastMinutes minutes, one a player, that a game must have had before its players' can be
 *     compared with them
 * @param interval a moment, at most a minute
 * @param unlocksAnInterval the most unlocks that a player can bring about in it, in one game
 * @param addressSpan for how long the players of an address are counted
 * @param playersAnAddress the most players that may share an address in that time
 */
public record Thresholds(
    int factor,
    long leastPoints,
    long leastUnlocks,
    int leastMinutes,
    Duration interval,
    int unlocksAnInterval,
    Duration addressSpan,
    int playersAnAddress)
    implements Serializable {

  /** The pace up to which nobody looks. */
  Pace least() {
    return new Pace(leastPoints, leastUnlocks);
  }
}
