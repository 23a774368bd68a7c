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

  static PlayerTotals of(String playerId, Account account) {
    return new PlayerTotals(
        playerId,
        account.username(),
        account.region(),
        account.scored().score(),
        account.scored().isEmpty() ? null : account.scored().reachedAt(),
        account.actions(),
        account.actionPoints(),
        account.firstSeen(),
        account.lastSeen(),
        account.excluded(),
        account.changes());
  }

  /** When the score was reached; empty while the player is not on the global board. */
  public Optional<Instant> reached() {
    return Optional.ofNullable(reachedAt);
  }
}
