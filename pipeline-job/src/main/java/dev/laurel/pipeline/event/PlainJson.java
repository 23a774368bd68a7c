package dev.laurel.pipeline.event;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/**
 * Walks over plain JSON, a part at a time. Plain is: ASCII, no escapes, no exponents, objects of
 * strings, numbers and literals. Whatever the next part is, if it is not of this kind, not what was
 * asked for, or not JSON at all, the answer is false and the walk is over.
 */
final class PlainJson {
  private static final int MOST_NAMES = 16;
  private static final byte[][] LITERALS = {
    "true".getBytes(US_ASCII), "false".getBytes(US_ASCII), "null".getBytes(US_ASCII)
  };

  private final byte[] json;
  private int at;

  /** Where the last string or number began, without its quote. */
  int from;

  /** Where it ended, without its quote. */
  int to;

  PlainJson(byte[] json) {
    this.json = json;
  }

  /** Passes that sign, perhaps after space. */
  boolean passes(char sign) {
    if (next() != sign) {
      return false;
    }
    at++;
    return true;
  }

  /** Passes a string. */
  boolean passesText() {
    if (!passes('"')) {
      return false;
    }
    from = at;
    to = Alphabet.PLAIN_TEXT.endOf(json, from);
    at = to + 1;
    return to < json.length && json[to] == '"';
  }

  /** Passes a string, a number or an object of those and literals. */
  boolean passesValue() {
    return switch (next()) {
      case '"' -> passesText();
      case '{' -> passesFlatObject();
      default -> passesNumber();
    };
  }

  /** Whether nothing but space is left. */
  boolean ends() {
    return next() == 0 && at == json.length;
  }

  /** The next byte that is no space; 0 behind the last. */
  private int next() {
    while (at < json.length) {
      byte sign = json[at];
      if (sign > ' ') {
        return sign;
      }
      if (sign != ' ' && sign != '\n' && sign != '\r' && sign != '\t') {
        return sign;
      }
      at++;
    }
    return 0;
  }

  private boolean passesFlatObject() {
    final int open = at++;
    int[] names = new int[2 * MOST_NAMES];
    int known = 0;
    boolean more = !passes('}');
    while (more) {
      if (known == names.length || !passesText() || isAmong(names, known)) {
        return false;
      }
      names[known++] = from;
      names[known++] = to;
      if (!passes(':') || !passesScalar()) {
        return false;
      }
      more = passes(',');
      if (!more && !passes('}')) {
        return false;
      }
    }
    from = open;
    to = at;
    return true;
  }

  private boolean isAmong(int[] names, int known) {
    for (int i = 0; i < known; i += 2) {
      if (Arrays.equals(json, names[i], names[i + 1], json, from, to)) {
        return true;
      }
    }
    return false;
  }

  private boolean passesScalar() {
    int first = next();
    if (first == '"') {
      return passesText();
    }
    return (first == '-' || isDigit(first)) ? passesNumber() : passesLiteral();
  }

  private boolean passesLiteral() {
    for (byte[] literal : LITERALS) {
      int end = at + literal.length;
      if (end <= json.length && Arrays.equals(json, at, end, literal, 0, literal.length)) {
        at = end;
        return true;
      }
    }
    return false;
  }

  private boolean passesNumber() {
    from = at;
    if (at < json.length && json[at] == '-') {
      at++;
    }
    int digits = at;
    passDigits();
    boolean whole = at == digits + 1 || (at > digits && json[digits] != '0');
    if (whole && at < json.length && json[at] == '.') {
      int fraction = ++at;
      passDigits();
      whole = at > fraction;
    }
    to = at;
    return whole;
  }

  private void passDigits() {
    while (at < json.length && isDigit(json[at])) {
      at++;
    }
  }

  private static boolean isDigit(int sign) {
    return sign >= '0' && sign <= '9';
  }
}
