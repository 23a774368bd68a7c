package dev.laurel.pipeline.event;

/**
 * Why a record does not count, in the order in which the reasons are tried: the first that applies
 * is given.
 */
public enum Reason {
  /** Not exactly one JSON object in valid UTF-8, or a duplicate key. */
  MALFORMED,
  /**
   * A field is missing, of the wrong kind or out of range, or the record's key is not its player.
   */
  INVALID_FIELD,
  /** Dated more than five minutes ahead of its log time. */
  FROM_THE_FUTURE,
  UNKNOWN_GAME,
  UNKNOWN_ACHIEVEMENT,
  UNKNOWN_ACTION_TYPE,
  /** The game, the achievement or the action type is switched off at the event's time. */
  INACTIVE,
  /** Carries points that its catalog entry does not allow. */
  POINTS_OUT_OF_RANGE,
  /** The player's action of this type has counted as often as it may on that day. */
  LIMIT_EXCEEDED
}
