package dev.laurel.serving.web;

import io.helidon.http.Status;

/** Why a call is refused, as clients read it, and the HTTP status it becomes. */
public enum ErrorCode {
  /** A path, header or query that is not HTTP's, or a parameter out of its range. */
  INVALID_PARAMETER(400),
  /** limit is not a whole number in its range. */
  INVALID_LIMIT(400),
  /** offset is not a whole number in its range. */
  INVALID_OFFSET(400),
  /** Something without which the call means nothing. */
  MISSING_REQUIRED_FIELDS(400),
  /** A token that is missing where one is needed, or not to be trusted. */
  INVALID_TOKEN(401),
  /** An origin or role that may not do this. */
  FORBIDDEN(403),
  /** No such player. */
  USER_NOT_FOUND(404),
  /** No such game. */
  GAME_NOT_FOUND(404),
  /** No such path. */
  NOT_FOUND(404),
  /** A known path, asked in a way it does not answer. */
  METHOD_NOT_ALLOWED(405),
  /** A body over its bound. */
  PAYLOAD_TOO_LARGE(413),
  /** The boards are not in memory yet. */
  CACHE_UNAVAILABLE(503),
  /** What only the database knows, while it is away. */
  DATABASE_UNAVAILABLE(503),
  /** A fault of the service itself. */
  SYSTEM_ERROR(500);

  private final int status;

  ErrorCode(int status) {
    this.status = status;
  }

  /** The HTTP status of this refusal. */
  public Status status() {
    return Status.create(status);
  }

  /** The code for an error that the server itself found before any call was reached. */
  static ErrorCode of(Status status) {
    return switch (status.code()) {
      case 401 -> INVALID_TOKEN;
      case 403 -> FORBIDDEN;
      case 404 -> NOT_FOUND;
      case 405 -> METHOD_NOT_ALLOWED;
      case 413 -> PAYLOAD_TOO_LARGE;
      default -> status.code() < 500 ? INVALID_PARAMETER : SYSTEM_ERROR;
    };
  }
}
