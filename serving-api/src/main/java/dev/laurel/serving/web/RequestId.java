package dev.laurel.serving.web;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import java.util.UUID;

/** The name of one request, in its answer and in logs: the client's own, or one made here. */
public final class RequestId {

  /** The header that carries it both ways. */
  public static final HeaderName HEADER = HeaderNames.create("X-Request-ID");

  private RequestId() {}

  /**
   * The name that the request gives itself if it is 1 to 128 printable characters without blanks,
   * else a new one.
   */
  public static String of(Headers headers) {
    return headers
        .first(HEADER)
        .filter(given -> given.matches("[!-~]{1,128}"))
        .orElseGet(() -> UUID.randomUUID().toString());
  }
}
