package dev.laurel.pipeline.event;

/** A set of ASCII characters, asked byte by byte. */
final class Alphabet {
  private static final String ALPHANUMERIC =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  /** What identifiers are written in. */
  static final Alphabet IDENTIFIER = new Alphabet(ALPHANUMERIC + "._:@-");

  /** What regions are written in. */
  static final Alphabet REGION = new Alphabet(ALPHANUMERIC + "-");

  /** What stands for itself in a JSON string: printable ASCII but for the quote and the escape. */
  static final Alphabet PLAIN_TEXT = new Alphabet(plainText());

  private final boolean[] letters = new boolean[256];

  private Alphabet(String letters) {
    letters.chars().forEach(letter -> this.letters[letter] = true);
  }

  /** Where, from there on, the first byte stands that is not in it. */
  int endOf(byte[] text, int from) {
    int at = from;
    while (at < text.length && letters[text[at] & 0xff]) {
      at++;
    }
    return at;
  }

  /** Whether a part of the text has no other bytes. */
  boolean spells(byte[] text, int from, int to) {
    boolean spells = true;
    for (int at = from; at < to; at++) {
      spells &= letters[text[at] & 0xff];
    }
    return spells;
  }

  private static String plainText() {
    StringBuilder plain = new StringBuilder();
    for (char c = ' '; c <= 0x7f; c++) {
      if (c != '"' && c != '\\') {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
