package dev.laurel.pipeline.outlet;

/** PostgreSQL cannot be reached or cannot take rows now; it may later. */
final class DatabaseAwayException extends Exception {
  private static final long serialVersionUID = 1L;

  DatabaseAwayException(String message, Throwable cause) {
    super(message, cause);
  }
}
