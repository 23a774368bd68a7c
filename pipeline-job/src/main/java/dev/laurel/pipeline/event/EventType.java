package dev.laurel.pipeline.event;

import java.util.Optional;

/** What a player can do, as named in the field {@code type} of an event. */
public enum EventType {
  UNLOCK("unlock", 1),
  ACTION("action", 2),
  PLAYTIME("playtime", 3),
  PROFILE("profile", 4),
  MODERATION("moderation", 5);

  private static final EventType[] ALL = values();

  private final String jsonName;
  private final int number;

  EventType(String jsonName, int number) {
    this.jsonName = jsonName;
    this.number = number;
  }

  /** The name in JSON. */
  public String jsonName() {
    return jsonName;
  }

  /** What stands for it in savepoints, and never for another. */
  int number() {
    return number;
  }

  static Optional<EventType> named(String jsonName) {
    for (EventType type : ALL) {
      if (type.jsonName.equals(jsonName)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** The type that a savepoint names by its number. */
  static EventType numbered(int number) {
    for (EventType type : ALL) {
      if (type.number == number) {
        return type;
      }
    }
    throw new IllegalStateException(
        "the type of an event is number " + number + ", expected 1 to " + ALL.length);
  }
}
