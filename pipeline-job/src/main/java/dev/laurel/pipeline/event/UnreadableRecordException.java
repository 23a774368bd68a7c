package dev.laurel.pipeline.event;

import java.util.Locale;

/**
 * Thrown while reading a record that cannot count; caught where the record is at hand and becomes a
 * dead letter.
 */
public final class UnreadableRecordException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int MOST_SHOWN = 160;
  private static final int MOST_EXPLAINED = 400;

  private final Reason reason;

  public UnreadableRecordException(Reason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  /** The refusal it stands for. */
  public Refusal refusal() {
    return new Refusal(reason, getMessage());
  }

  /** A record that is not exactly one JSON object in valid UTF-8. */
  static UnreadableRecordException malformed(String why) {
    return new UnreadableRecordException(
        Reason.MALFORMED, "the record is not one JSON object: " + shown(why, MOST_EXPLAINED));
  }

  /** A field that is missing, of the wrong kind or out of range. */
  public static UnreadableRecordException invalid(String field, Object value, String expected) {
    return new UnreadableRecordException(
        Reason.INVALID_FIELD, field + " is " + quoted(value) + ", expected " + expected);
  }

  /** A required field that is not there. */
  public static UnreadableRecordException missing(String field, String expected) {
    return new UnreadableRecordException(
        Reason.INVALID_FIELD, field + " is missing, expected " + expected);
  }

  private static String quoted(Object value) {
    String text = shown(String.valueOf(value), MOST_SHOWN);
    return value instanceof String ? "'" + text + "'" : text;
  }

  /** A message is one line that every encoding can write, whatever the record holds. */
  private static String shown(String text, int mostCodePoints) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(mostCodePoints)
        .forEach(
            c -> {
              if (isPlain(c)) {
                shown.appendCodePoint(c);
              } else {
                shown.append(String.format(Locale.ROOT, "\\u%04x", c));
              }
            });
    boolean whole = text.codePointCount(0, text.length()) <= mostCodePoints;
    return whole ? shown.toString() : shown + "…";
  }

  private static boolean isPlain(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
