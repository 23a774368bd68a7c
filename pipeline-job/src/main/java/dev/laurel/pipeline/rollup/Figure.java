package dev.laurel.pipeline.rollup;

/** What is counted or summed up. Each adds up over players, and over the days of a period. */
public enum Figure {
  /**
   * Events or records that were counted, all kinds together: it only rises, and for the same events
   * it is the same in whatever order they came, so it is the version of what is told. While it
   * stays firsts only fall, when an earlier one of another period comes late, and what waits only
   * rises.
   */
  COUNTED,
  /** Players for whom this is an active day. Not over the days of a period: NEW_TO_MONTH is. */
  ACTIVE_PLAYERS,
  /** Players whose first active day this is. */
  NEW_PLAYERS,
  /** Players whose first active day of the ISO week this is. */
  NEW_TO_WEEK,
  /** Players whose first active day of the calendar month this is. */
  NEW_TO_MONTH,
  UNLOCKS,
  /** Unlocks that are a player's first of the achievement, by event time. */
  FIRST_UNLOCKS,
  ACTIONS,
  POINTS,
  PLAYTIME_SECONDS,
  /** Records of the log that were read. */
  RECEIVED,
  ACCEPTED,
  REPEATED,
  DEAD,
  WAITING
}
