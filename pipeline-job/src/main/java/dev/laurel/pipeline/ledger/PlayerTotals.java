package dev.laurel.pipeline.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * A player's profile and totals: a row of the table {@code players}. A wire type.
 *
 * @param username null until a profile names the player
 * @param region null until a profile gives one
 * @param reachedAt null while the player has no accepted unlock or action
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
    Instant firstSeenAt,
    Instant lastSeenAt,
    boolean excluded,
    long version) {

  static PlayerTotals of(Book book) {
    Tally scored = book.all().scored();
    return new PlayerTotals(
        book.playerId(),
        book.profile.username(),
        book.profile.region(),
        scored.score(),
        scored.isEmpty() ? null : scored.reachedAt(),
        book.all().actions,
        book.actionPoints,
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
