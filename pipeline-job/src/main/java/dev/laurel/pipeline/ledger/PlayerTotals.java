package dev.laurel.pipeline.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * A player's profile and totals: a row of the table {@code players}. A wire type.
 *
 * @param username null until a profile names the player
 * @param region null until a profile gives one
 * @param reachedAt null while the player has no accepted unlock or action
 * @param firstActiveAt least event time of an accepted unlock, action or playtime; null if there is
 *     none
 * @param lastActiveAt greatest one, likewise
 * @param version rises with every change of the player
 */
public record PlayerTotals(
    String playerId,
    String username,
    String region,
    long score,
    Instant reachedAt,
    long totalActions,
    long actionPoints,
    long totalUnlocks,
    long distinctUnlocks,
    long playtimeSeconds,
    Instant firstActiveAt,
    Instant lastActiveAt,
    Instant firstSeenAt,
    Instant lastSeenAt,
    boolean excluded,
    long version) {

  static PlayerTotals of(Book book) {
    Tally scored = book.all().scored();
    boolean isActive = book.all().lastSeen() != Deeds.NONE.lastSeen();
    return new PlayerTotals(
        book.playerId(),
        book.profile.username(),
        book.profile.region(),
        scored.score(),
        scored.isEmpty() ? null : scored.reachedAt(),
        book.all().actions,
        book.actionPoints,
        book.all().unlockEvents(),
        book.all().distinctUnlocks,
        book.all().playtimeSeconds,
        isActive ? Instant.ofEpochMilli(book.all().firstSeen()) : null,
        isActive ? Instant.ofEpochMilli(book.all().lastSeen()) : null,
        book.firstSeen(),
        book.lastSeen(),
        book.excluded(),
        book.changes);
  }

  /** When the score was reached; empty while the player is not on the global board. */
  public Optional<Instant> reached() {
    return Optional.ofNullable(reachedAt);
  }
}
