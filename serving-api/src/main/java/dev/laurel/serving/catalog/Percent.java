package dev.laurel.serving.catalog;

/** Shares as people read them: rarity and completion, 0 to 100. */
public final class Percent {

  private Percent() {}

  /**
   * The part in percent of the whole; 0 of nothing. Never above 100: parts and wholes stand in
   * tables of their own, of which one may be a moment ahead.
   */
  public static double of(long part, long whole) {
    return whole == 0 ? 0 : Math.min(100, 100.0 * part / whole);
  }
}
