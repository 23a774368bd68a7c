package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.event.PlayerEvent;

/**
 * An accepted unlock or action: a row of the table {@code score_events}. A wire type.
 *
 * @param event without the bytes it was read from: many rows may wait for the database
 * @param points what it is worth
 */
public record ScoredEvent(PlayerEvent event, long points) {}
