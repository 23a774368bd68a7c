package dev.laurel.serving.live;

import dev.laurel.serving.auth.BearerToken;
import dev.laurel.serving.auth.InvalidTokenException;
import dev.laurel.serving.auth.Tokens;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectTransportRequest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Who may open a WebSocket: bearers of a valid token, others where boards need none, and pages of
 * this host or of an allowed origin. Refused at the upgrade, in the form of every other refusal.
 */
public final class Admission {

  private final Tokens tokens;
  private final boolean tokenRequired;
  private final Set<String> origins;

  /**
   * Rules of admission.
   *
   * @param tokenRequired whether boards need a token; a bad one is refused in any case
   * @param origins from which pages may connect, beside the service's own; {@code *} for all
   */
  public Admission(Tokens tokens, boolean tokenRequired, Set<String> origins) {
    this.tokens = tokens;
    this.tokenRequired = tokenRequired;
    this.origins = Set.copyOf(origins);
  }

  /**
   * Lets the request pass.
   *
   * @throws RequestException 401 or 403 if it may not
   */
  void check(HttpPrologue prologue, Headers headers) {
    if (!headers.first(HeaderNames.ORIGIN).map(origin -> isWelcome(origin, headers)).orElse(true)) {
      throw refusal(
          prologue, headers, Status.FORBIDDEN_403, "Pages of this origin may not connect");
    }
    Optional<String> token = token(prologue, headers);
    if (token.isPresent()) {
      verify(prologue, headers, token.get());
    } else if (tokenRequired) {
      throw refusal(
          prologue,
          headers,
          Status.UNAUTHORIZED_401,
          "A token is missing, expected in the header Authorization: Bearer or the parameter token");
    }
  }

  private static Optional<String> token(HttpPrologue prologue, Headers headers) {
    return BearerToken.of(headers).or(() -> prologue.query().first("token").asOptional());
  }

  private void verify(HttpPrologue prologue, Headers headers, String token) {
    try {
      tokens.verify(token);
    } catch (InvalidTokenException e) {
      throw refusal(prologue, headers, Status.UNAUTHORIZED_401, e.getMessage());
    }
  }

  private boolean isWelcome(String origin, Headers headers) {
    return origins.contains("*") || origins.contains(origin) || isOwn(origin, headers);
  }

  private static boolean isOwn(String origin, Headers headers) {
    try {
      return headers
          .first(HeaderNames.HOST)
          .filter(host -> host.equalsIgnoreCase(URI.create(origin).getAuthority()))
          .isPresent();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static RequestException refusal(
      HttpPrologue prologue, Headers headers, Status status, String message) {
    RequestException.Builder refusal =
        RequestException.builder()
            .request(DirectTransportRequest.create(prologue, headers))
            .type(DirectHandler.EventType.OTHER)
            .status(status)
            .setKeepAlive(false)
            .safeMessage(true)
            .message(message);
    if (status.equals(Status.UNAUTHORIZED_401)) {
      refusal.header(HeaderValues.create(HeaderNames.WWW_AUTHENTICATE, "Bearer"));
    }
    return refusal.build();
  }
}
