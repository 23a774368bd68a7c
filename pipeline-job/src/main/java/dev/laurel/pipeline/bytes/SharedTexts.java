package dev.laurel.pipeline.bytes;

import java.nio.charset.StandardCharsets;

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
    int place = placeOf(text.hashCode());
    if (!text.equals(places[place])) {
      places[place] = text;
    }
    return places[place];
  }

  /** The text that stands there in UTF-8: one that is known is not made again. */
  public String of(byte[] bytes, int from, int length) {
    int hash = 0;
    for (int at = from; at < from + length; at++) {
      if (bytes[at] < 0) {
        return of(new String(bytes, from, length, StandardCharsets.UTF_8));
      }
      hash = 31 * hash + bytes[at];
    }
    int place = placeOf(hash);
    if (!stands(places[place], bytes, from, length)) {
      places[place] = new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }
    return places[place];
  }

  private static boolean stands(String known, byte[] ascii, int from, int length) {
    if (known == null || known.length() != length) {
      return false;
    }
    for (int at = 0; at < length; at++) {
      if (known.charAt(at) != ascii[from + at]) {
        return false;
      }
    }
    return true;
  }

  /** Of the hash that strings have. */
  private int placeOf(int textHash) {
    return Hashing.mixed(textHash) & (places.length - 1);
  }
}
