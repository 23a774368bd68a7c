package dev.laurel.pipeline.suspicion;

import dev.laurel.pipeline.event.PlayerEvent;
import java.time.Duration;
import java.util.Optional;

/** That a player acted from an address. A wire type. */
public record Sighting(String playerId, AddressSpan where) {

  /** Where the event came from, if it tells. */
  static Optional<Sighting> in(PlayerEvent event, Duration span) {
    if (event.ipAddress() == null) {
      return Optional.empty();
    }
    long spanMillis = span.toMillis();
    long startedAt = event.occurredAt().toEpochMilli() / spanMillis * spanMillis;
    return Optional.of(
        new Sighting(event.playerId(), new AddressSpan(event.ipAddress(), startedAt)));
  }
}
