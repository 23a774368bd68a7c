package dev.laurel.local.verify;

/**
 * What became of a record; the reasons of dead letters in the order in which they are looked for.
 */
enum Fate {
  ACCEPTED,
  REPEATED,
  WAITING,
  MALFORMED,
  INVALID_FIELD,
  FROM_THE_FUTURE,
  UNKNOWN_GAME,
  UNKNOWN_ACHIEVEMENT,
  UNKNOWN_ACTION_TYPE,
  INACTIVE,
  POINTS_OUT_OF_RANGE,
  LIMIT_EXCEEDED;

  /** Whether it is a dead letter. */
  boolean isDead() {
    return compareTo(WAITING) > 0;
  }
}
