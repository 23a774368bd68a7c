package dev.laurel.serving.web;

import java.util.Map;

/** A call that is not answered, with the reason as the client is told it. */
public final class RefusedException extends RuntimeException {

  private final ErrorCode code;
  private final transient Map<String, Object> details;

  /** Refuses with a full sentence and nothing more. */
  public RefusedException(ErrorCode code, String message) {
    this(code, message, Map.of());
  }

  /** Refuses with a full sentence, and with the facts that a program may want. */
  public RefusedException(ErrorCode code, String message, Map<String, Object> details) {
    super(message);
    this.code = code;
    this.details = Map.copyOf(details);
  }

  /** Refuses a parameter, naming it, its value and what was expected. */
  public static RefusedException parameter(
      ErrorCode code, String name, String value, String expected) {
    return new RefusedException(
        code,
        "%s is '%s', expected %s".formatted(name, value, expected),
        Map.of("parameter", name, "value", value, "expected", expected));
  }

  /** Why. */
  public ErrorCode code() {
    return code;
  }

  /** Facts beside the sentence; often none. */
  public Map<String, Object> details() {
    return details;
  }
}
