package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.event.PlayerEvent;

/**
 * An accepted unlock or action: a row of the table {@code score_events}. A wire type.
 *
 * @param points what it is worth
 */
public record ScoredEvent(PlayerEvent event, long points) {}
