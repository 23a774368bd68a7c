package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.event.EventType;
import dev.laurel.pipeline.event.PlayerEvent;

/**
 * What a player did somewhere: the sum of accepted unlocks, actions and playtimes. Every order of
 * the same events gives the same sum, and the sum of two disjoint ones is their {@link
 * #plus(Deeds)}.
 *
 * @param scored the unlocks and actions
 * @param actions how many of them are actions
 * @param firstUnlocks how many of them are the player's first unlock of an achievement, by event
 *     time
 * @param playtimeSeconds time played, in seconds
 * @param firstSeen least event time of any of them, in milliseconds since 1970; {@code
 *     Long.MAX_VALUE} if there is none
 * @param lastSeen greatest one, likewise; {@code Long.MIN_VALUE} if there is none
 */
record Deeds(
    Tally scored,
    long actions,
    long firstUnlocks,
    long playtimeSeconds,
    long firstSeen,
    long lastSeen) {
  static final Deeds NONE = new Deeds(Tally.NONE, 0, 0, 0, Long.MAX_VALUE, Long.MIN_VALUE);

  /** One event, a profile or a moderator's verdict excepted; the first unlocks aside. */
  static Deeds of(PlayerEvent event, long points) {
    long at = event.occurredAt().toEpochMilli();
    return new Deeds(
        event.scores() ? Tally.NONE.plus(points, at) : Tally.NONE,
        event.type() == EventType.ACTION ? 1 : 0,
        0,
        event.seconds(),
        at,
        at);
  }

  /** With more first unlocks, or fewer: it turned out that they lie elsewhere. */
  Deeds withFirstUnlocks(long more) {
    return new Deeds(scored, actions, firstUnlocks + more, playtimeSeconds, firstSeen, lastSeen);
  }

  /** The sum of both. */
  Deeds plus(Deeds other) {
    return new Deeds(
        scored.plus(other.scored),
        actions + other.actions,
        firstUnlocks + other.firstUnlocks,
        playtimeSeconds + other.playtimeSeconds,
        Math.min(firstSeen, other.firstSeen),
        Math.max(lastSeen, other.lastSeen));
  }

  boolean isEmpty() {
    return lastSeen == Long.MIN_VALUE;
  }

  /** Accepted unlocks, repeats of repeatable achievements included. */
  long unlocks() {
    return scored.events() - actions;
  }
}
