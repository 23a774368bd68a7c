package dev.laurel.pipeline.bytes;

/**
 * Gives for a text an equal one that was given before, so that those who hold many hold few
 * objects. Forgets at will, and is of a fixed size.
 */
public final class SharedTexts {
  private final String[] places;

  /** Knows at most so many texts, a power of two. */
  public SharedTexts(int places) {
    if (Integer.bitCount(places) != 1) {
      throw new IllegalArgumentException("places are " + places + ", expected a power of two");
    }
    this.places = new String[places];
  }

  /** An equal text; null for none. */
  public String of(String text) {
    if (text == null) {
      return null;
    }
    int hash = text.hashCode() * 0x9E3779B1;
    int place = (hash ^ (hash >>> 15)) & (places.length - 1);
    if (!text.equals(places[place])) {
      places[place] = text;
    }
    return places[place];
  }
}
