package dev.laurel.pipeline.suspicion;

/**
 * What is usual in a game: how many minutes, one a player, had which pace. Paces are counted by
 * powers of two, so it is one value of a thousand bytes however old the game is, and cheaters
 * cannot raise it before they are one in a hundred. A state type, one a game, kept for ever.
 *
 * @param minutes all minutes, a count
 * @param points how many minutes by the binary digits of their points, without those that nobody
 *     has to look at
 * @param unlocks the same by their unlocks
 */
@SuppressWarnings("ArrayRecordComponent") // histograms: never compared
public record Usual(long minutes, long[] points, long[] unlocks) {
  private static final int DIGITS = 64;

  /** Of so many minutes nearly all are usual: one in a hundred may be above. */
  private static final int ONE_IN = 100;

  static final Usual NOTHING = new Usual(0, new long[DIGITS], new long[DIGITS]);

  /** With one more minute of the game. */
  Usual with(GameMinute minute) {
    if (minute.remarkable().isEmpty()) {
      return new Usual(minutes + minute.ordinary(), points, unlocks);
    }
    long[] nextPoints = points.clone();
    long[] nextUnlocks = unlocks.clone();
    for (PlayerMinute player : minute.remarkable()) {
      nextPoints[digits(player.points())]++;
      nextUnlocks[digits(player.unlocks())]++;
    }
    long more = minute.ordinary() + minute.remarkable().size();
    return new Usual(minutes + more, nextPoints, nextUnlocks);
  }

  /** The pace that 99 in 100 minutes did not exceed, rounded up to a power of two less one. */
  Pace greatest() {
    return new Pace(greatest(points), greatest(unlocks));
  }

  private long greatest(long[] counts) {
    long mayBeAbove = minutes / ONE_IN;
    int digits = DIGITS - 1;
    while (digits > 0 && counts[digits] <= mayBeAbove) {
      mayBeAbove -= counts[digits];
      digits--;
    }
    return digits == 0 ? 0 : Long.MAX_VALUE >>> (DIGITS - 1 - digits);
  }

  private static int digits(long amount) {
    return Long.SIZE - Long.numberOfLeadingZeros(amount);
  }
}
