package dev.laurel.pipeline.event;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One value of a JSON object.
 *
 * @param kind what it is
 * @param asSent a string's text; of everything else the characters as they were sent
 * @param sizeInBytes its size in the record
 * @param isStorable false if a string in it holds what no table can store: U+0000 or half of a
 *     surrogate pair
 */
record JsonValue(Kind kind, String asSent, int sizeInBytes, boolean isStorable) {
  /** Nobody writes a number below 10^9 that long, and reading digits costs their square. */
  private static final int LONGEST_NUMBER = 1000;

  enum Kind {
    TEXT,
    WHOLE_NUMBER,
    FRACTION,
    FLAG,
    OBJECT,
    ARRAY
  }

  Optional<String> text() {
    return kind == Kind.TEXT ? Optional.of(asSent) : Optional.empty();
  }

  /** The number, if it is whole, as 150, 150.0 and 1.5e2 are, and fits into 64 bits. */
  Optional<Long> wholeNumber() {
    if ((kind != Kind.WHOLE_NUMBER && kind != Kind.FRACTION) || asSent.length() > LONGEST_NUMBER) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          kind == Kind.WHOLE_NUMBER
              ? Long.parseLong(asSent)
              : new BigDecimal(asSent).longValueExact());
    } catch (ArithmeticException | NumberFormatException notWholeOrTooGreat) {
      return Optional.empty();
    }
  }

  Optional<Boolean> flag() {
    return kind == Kind.FLAG ? Optional.of(Boolean.valueOf(asSent)) : Optional.empty();
  }

  boolean isObject() {
    return kind == Kind.OBJECT;
  }

  /** As it is shown in a message. */
  @Override
  public String toString() {
    return kind == Kind.TEXT ? "'" + asSent + "'" : asSent;
  }
}
