package dev.laurel.pipeline.event;

import java.util.Optional;

/**
 * A record as it arrived: what it says, or why it says nothing. A wire type: exactly one of the two
 * is there, the other is null.
 *
 * @param event what it says
 * @param deadLetter why it cannot count
 */
public record Arrival(PlayerEvent event, DeadLetter deadLetter) {

  static Arrival of(PlayerEvent event) {
    return new Arrival(event, null);
  }

  static Arrival unreadable(SourceRecord source, Refusal refusal) {
    return new Arrival(null, new DeadLetter(source, refusal));
  }

  /** The event, if the record could be read. */
  public Optional<PlayerEvent> readable() {
    return Optional.ofNullable(event);
  }

  /** What it tells of the time, in milliseconds since 1970; empty where it tells nothing. */
  public Optional<Long> eventTime() {
    return readable().filter(PlayerEvent::tellsTime).map(told -> told.occurredAt().toEpochMilli());
  }
}
