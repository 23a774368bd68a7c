package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.event.PlayerEvent;
import java.time.Instant;

/**
 * When the last word on something was said: of all events about it the one with the greatest event
 * time wins, then the greatest eventId, in whatever order they come. A state type.
 *
 * @param saidAt null if nothing was said yet
 */
public record LastWord(Instant saidAt, String eventId) {
  static final LastWord NONE = new LastWord(null, "");

  static LastWord of(PlayerEvent event) {
    return new LastWord(event.occurredAt(), event.eventId());
  }

  boolean yieldsTo(PlayerEvent event) {
    if (saidAt == null || event.occurredAt().isAfter(saidAt)) {
      return true;
    }
    return event.occurredAt().equals(saidAt) && event.eventId().compareTo(eventId) > 0;
  }
}
