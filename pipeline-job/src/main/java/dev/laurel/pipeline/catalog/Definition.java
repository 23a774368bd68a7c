package dev.laurel.pipeline.catalog;

import java.time.Instant;

/**
 * One version of the definition of a game, an achievement or an action type. A state type.
 *
 * @param repeatable whether every unlock of the achievement counts, not only the first
 * @param maxPerDay how many of a player's actions count in a UTC day; 0 for any number
 * @param inForceFrom event time from which it judges; for a first version the beginning of time
 * @param publishedAt log time of its record
 * @param offset offset of its record in the topic
 * @param json the definition as published, without fields that mean nothing
 */
public record Definition(
    Subject subject,
    Worth worth,
    boolean active,
    boolean repeatable,
    int maxPerDay,
    Instant inForceFrom,
    Instant publishedAt,
    long offset,
    String json) {

  /** From when the first version of a definition judges: every event is later. */
  public static final Instant BEGINNING = Instant.EPOCH;

  /**
   * This version behind an earlier one: it begins when it says, and does not decide again whether
   * unlocks repeat.
   */
  Definition following(Definition first) {
    return new Definition(
        subject,
        worth,
        active,
        first.repeatable,
        maxPerDay,
        inForceFrom,
        publishedAt,
        offset,
        json);
  }

  /** This version as the first of its subject. */
  Definition asFirst() {
    return new Definition(
        subject, worth, active, repeatable, maxPerDay, BEGINNING, publishedAt, offset, json);
  }
}
