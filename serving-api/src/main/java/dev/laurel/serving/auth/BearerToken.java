package dev.laurel.serving.auth;

import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import java.util.Optional;

/** Finds the token that a request carries. */
public final class BearerToken {

  private static final String BEARER = "Bearer ";

  private BearerToken() {}

  /**
   * The text of the header Authorization, without the word Bearer; a text of another scheme is no
   * token and will not be verified as one.
   */
  public static Optional<String> of(Headers headers) {
    return headers
        .first(HeaderNames.AUTHORIZATION)
        .map(
            value ->
                value.regionMatches(true, 0, BEARER, 0, BEARER.length())
                    ? value.substring(BEARER.length()).strip()
                    : value);
  }
}
