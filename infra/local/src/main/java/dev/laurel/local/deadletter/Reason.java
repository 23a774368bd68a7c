package dev.laurel.local.deadletter;

/** Why a record does not count: the codes of the topic dead-letters. */
enum Reason {
  MALFORMED,
  INVALID_FIELD,
  FROM_THE_FUTURE,
  UNKNOWN_GAME,
  UNKNOWN_ACHIEVEMENT,
  UNKNOWN_ACTION_TYPE,
  INACTIVE,
  POINTS_OUT_OF_RANGE,
  LIMIT_EXCEEDED
}
