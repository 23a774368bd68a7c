package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.event.EventType;
import dev.laurel.pipeline.event.PlayerEvent;
import java.time.Instant;

/**
 * One player over all games. A state type, one a player, kept for ever.
 *
 * @param scored unlocks and actions, those without a game too
 * @param actions accepted actions, a count
 * @param actionPoints their points
 * @param username null until a profile names the player
 * @param region null until a profile gives one
 * @param profiled the profile these are from
 * @param excluded whether a moderator took the player off all boards
 * @param moderated the verdict this is from
 * @param firstSeen least event time of an accepted event; null if there is none
 * @param lastSeen greatest event time of an accepted event; null if there is none
 * @param waiting events that wait for the catalog, a count
 * @param changes how often the account changed: the version of the rows that are made of it
 */
public record Account(
    Tally scored,
    long actions,
    long actionPoints,
    String username,
    String region,
    LastWord profiled,
    boolean excluded,
    LastWord moderated,
    Instant firstSeen,
    Instant lastSeen,
    int waiting,
    long changes) {
  static final Account NEW =
      new Account(
          Tally.NONE, 0, 0, null, null, LastWord.NONE, false, LastWord.NONE, null, null, 0, 0);

  /** Whether the player is shown on the boards they scored on. */
  boolean isListed() {
    return !excluded;
  }

  /** With an unlock, an action or a playtime that counts. */
  Account booked(PlayerEvent event, long points) {
    boolean action = event.type() == EventType.ACTION;
    return new Account(
        event.scores() ? scored.plus(points, event.occurredAt()) : scored,
        actions + (action ? 1 : 0),
        actionPoints + (action ? points : 0),
        username,
        region,
        profiled,
        excluded,
        moderated,
        Times.earlier(firstSeen, event.occurredAt()),
        Times.later(lastSeen, event.occurredAt()),
        waiting,
        changes);
  }

  /** With the profile, if it is the last word. */
  Account profiled(PlayerEvent event) {
    boolean wins = profiled.yieldsTo(event);
    return new Account(
        scored,
        actions,
        actionPoints,
        wins ? event.username() : username,
        wins ? event.region() : region,
        wins ? LastWord.of(event) : profiled,
        excluded,
        moderated,
        Times.earlier(firstSeen, event.occurredAt()),
        Times.later(lastSeen, event.occurredAt()),
        waiting,
        changes);
  }

  /** With the moderator's verdict, if it is the last word. */
  Account moderated(PlayerEvent event) {
    boolean wins = moderated.yieldsTo(event);
    return new Account(
        scored,
        actions,
        actionPoints,
        username,
        region,
        profiled,
        wins ? event.excludes() : excluded,
        wins ? LastWord.of(event) : moderated,
        Times.earlier(firstSeen, event.occurredAt()),
        Times.later(lastSeen, event.occurredAt()),
        waiting,
        changes);
  }

  /** As the next version of itself. */
  Account changed() {
    return new Account(
        scored,
        actions,
        actionPoints,
        username,
        region,
        profiled,
        excluded,
        moderated,
        firstSeen,
        lastSeen,
        waiting,
        changes + 1);
  }

  /** With so many events that wait. */
  Account waiting(int events) {
    return new Account(
        scored,
        actions,
        actionPoints,
        username,
        region,
        profiled,
        excluded,
        moderated,
        firstSeen,
        lastSeen,
        events,
        changes);
  }
}
