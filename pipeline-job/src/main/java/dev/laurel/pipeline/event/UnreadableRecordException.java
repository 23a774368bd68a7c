package dev.laurel.pipeline.event;

/**
 * Thrown while reading a record that cannot count; caught where the record is at hand and becomes a
 * dead letter.
 */
public final class UnreadableRecordException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  public UnreadableRecordException(Reason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  /** The refusal it stands for. */
  public Refusal refusal() {
    return new Refusal(reason, getMessage());
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
    String text = String.valueOf(value);
    String shown = text.length() <= 160 ? text : text.substring(0, 160) + "…";
    return value instanceof String ? "'" + shown + "'" : shown;
  }
}
