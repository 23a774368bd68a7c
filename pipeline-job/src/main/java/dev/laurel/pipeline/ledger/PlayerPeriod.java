package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.board.Period;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What a player did in a game in a day or a month: a row of the table {@code player_daily_stats} or
 * {@code player_monthly_stats}. A wire type.
 *
 * @param gameId the game; {@code _none} for actions without one
 * @param firstDay first day of the period, in days since 1970-01-01, UTC
 * @param firstScoredAt least event time of an unlock or action; null if there is none
 * @param lastScoringAt greatest one of those whose points are not 0; null if there is none
 * @param version rises with every change of the player
 * @param restatedAt when it was told, if the period had closed before; else null
 */
public record PlayerPeriod(
    String playerId,
    String gameId,
    Period period,
    long firstDay,
    long unlocks,
    long distinctUnlocks,
    long actions,
    long points,
    long playtimeSeconds,
    Instant firstSeenAt,
    Instant lastSeenAt,
    Instant firstScoredAt,
    Instant lastScoringAt,
    long version,
    Instant restatedAt) {

  static PlayerPeriod of(
      Book book, ScopeBook game, Period period, long firstDay, Deeds deeds, Instant restatedAt) {
    Tally scored = deeds.scored();
    return new PlayerPeriod(
        book.playerId(),
        game.id(),
        period,
        firstDay,
        deeds.unlocks(),
        deeds.firstUnlocks(),
        deeds.actions(),
        scored.score(),
        deeds.playtimeSeconds(),
        Instant.ofEpochMilli(deeds.firstSeen()),
        Instant.ofEpochMilli(deeds.lastSeen()),
        scored.isEmpty() ? null : Instant.ofEpochMilli(scored.oldest()),
        scored.newestScoring() == Tally.NONE.newestScoring()
            ? null
            : Instant.ofEpochMilli(scored.newestScoring()),
        book.changes,
        restatedAt);
  }

  /** The first day of the period, UTC. */
  public LocalDate start() {
    return LocalDate.ofEpochDay(firstDay);
  }
}
