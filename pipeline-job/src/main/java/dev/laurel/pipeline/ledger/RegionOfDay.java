package dev.laurel.pipeline.ledger;

import java.time.LocalDate;

/**
 * The region that the last word of a player's profiles of a day named: a row of the table {@code
 * player_regions}. A wire type.
 *
 * @param epochDay day of event time, UTC, counted from 1970-01-01
 * @param version 1 more than when that was said, in milliseconds since 1970: the last word has the
 *     greatest, whatever else of the player came before it
 */
public record RegionOfDay(String playerId, long epochDay, String region, long version) {

  /** The day. */
  public LocalDate day() {
    return LocalDate.ofEpochDay(epochDay);
  }
}
