package dev.laurel.pipeline.catalog;

/** What a definition defines. */
public enum Kind {
  GAME,
  ACHIEVEMENT,
  ACTION;

  /** The name in JSON and in tables. */
  public String jsonName() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
