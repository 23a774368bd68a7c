package dev.laurel.serving.database;

/** The database gives no answer: it is away, overloaded, or took longer than the role may. */
public final class DatabaseUnavailableException extends RuntimeException {

  /** With the driver's own word as the cause. */
  public DatabaseUnavailableException(Throwable cause) {
    super("The database did not answer: " + cause.getMessage(), cause);
  }
}
