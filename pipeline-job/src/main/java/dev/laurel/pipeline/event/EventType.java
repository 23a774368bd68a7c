package dev.laurel.pipeline.event;

import java.util.Arrays;
import java.util.Optional;

/** What a player can do, as named in the field {@code type} of an event. */
public enum EventType {
  UNLOCK("unlock"),
  ACTION("action"),
  PLAYTIME("playtime"),
  PROFILE("profile"),
  MODERATION("moderation");

  private final String jsonName;

  EventType(String jsonName) {
    this.jsonName = jsonName;
  }

  /** The name in JSON. */
  public String jsonName() {
    return jsonName;
  }

  static Optional<EventType> named(String jsonName) {
    return Arrays.stream(values()).filter(type -> type.jsonName.equals(jsonName)).findFirst();
  }
}
