package dev.laurel.serving.auth;

/**
 * A token that is not to be trusted, and why, in words that tell its bearer nothing of the keys.
 */
public final class InvalidTokenException extends Exception {

  /** With a full sentence. */
  public InvalidTokenException(String message, Throwable cause) {
    super(message, cause);
  }
}
