package dev.laurel.serving.web;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import io.helidon.http.Method;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.Optional;
import java.util.Set;

/**
 * What every answer carries, refusals of the server itself included: the request id, the rules for
 * browsers, and which other origins may read it (CORS). An origin that is not allowed is answered
 * without leave, which keeps browsers out and nobody else; a preflight is answered here.
 */
public final class CommonHeaders implements Filter {

  private static final Header POLICY =
      HeaderValues.createCached(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
              + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
  private static final Header NO_REFERRER =
      HeaderValues.createCached("Referrer-Policy", "no-referrer");
  private static final Header EXPOSED =
      HeaderValues.createCached(
          HeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS, "ETag, X-Request-ID, Warning, Retry-After");
  private static final HeaderName MAX_AGE = HeaderNames.ACCESS_CONTROL_MAX_AGE;

  private final Set<String> origins;

  /** With the origins that may read answers; {@code *} for all. */
  public CommonHeaders(Set<String> allowedOrigins) {
    origins = Set.copyOf(allowedOrigins);
  }

  @Override
  public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    add(request.headers(), response.headers());
    if (isPreflight(request)) {
      preflight(response);
    } else {
      chain.proceed();
    }
    if (request.headers().contains(HeaderValues.CONNECTION_CLOSE)) {
      throw new CloseConnectionException(
          "The client wants no more, and the server leaves closing to it");
    }
  }

  /** Puts in what an answer to a request with these headers carries. */
  void add(Headers request, ServerResponseHeaders response) {
    response.set(RequestId.HEADER, RequestId.of(request));
    response.set(HeaderValues.X_CONTENT_TYPE_OPTIONS_NOSNIFF);
    response.set(NO_REFERRER);
    response.set(POLICY);
    leave(request)
        .ifPresent(origin -> response.set(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin));
    response.set(EXPOSED);
    if (!origins.contains("*")) {
      response.set(HeaderNames.VARY, "Origin");
    }
  }

  private Optional<String> leave(Headers request) {
    return origins.contains("*")
        ? Optional.of("*")
        : request.first(HeaderNames.ORIGIN).filter(origins::contains);
  }

  private static boolean isPreflight(RoutingRequest request) {
    return request.prologue().method().equals(Method.OPTIONS)
        && request.headers().contains(HeaderNames.ORIGIN)
        && request.headers().contains(HeaderNames.ACCESS_CONTROL_REQUEST_METHOD);
  }

  private static void preflight(RoutingResponse response) {
    response.header(HeaderNames.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, POST, OPTIONS");
    response.header(
        HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS,
        "Authorization, Content-Type, If-None-Match, X-Request-ID");
    response.header(MAX_AGE, "3600");
    response.status(Status.NO_CONTENT_204).send();
  }
}
