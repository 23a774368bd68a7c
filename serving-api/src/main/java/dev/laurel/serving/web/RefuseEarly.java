package dev.laurel.serving.web;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import java.util.Map;
import java.util.Optional;

/**
 * Gives what the server refuses before any call is reached (a request line that is not HTTP, a body
 * over the bound, a WebSocket without its token) the form of every other refusal.
 */
public final class RefuseEarly implements DirectHandler {

  private final CommonHeaders common;

  private RefuseEarly(CommonHeaders common) {
    this.common = common;
  }

  /** For every kind of such an event. */
  public static DirectHandlers handlers(CommonHeaders common) {
    DirectHandlers.Builder handlers = DirectHandlers.builder();
    for (EventType event : EventType.values()) {
      handlers.addHandler(event, new RefuseEarly(common));
    }
    return handlers.build();
  }

  @Override
  public TransportResponse handle(
      TransportRequest request,
      EventType event,
      Status status,
      ServerResponseHeaders headers,
      String message) {
    ErrorCode code = ErrorCode.of(status);
    common.add(request.headers(), headers);
    headers.set(HeaderNames.CACHE_CONTROL, "no-store");
    headers.set(HeaderValues.create(HeaderNames.CONTENT_TYPE, "application/json"));
    return TransportResponse.builder()
        .status(status)
        .headers(headers)
        .keepAlive(event.keepAlive())
        .entity(
            Envelope.failure(code, sentence(code, status, Optional.ofNullable(message)), Map.of()))
        .build();
  }

  private static String sentence(ErrorCode code, Status status, Optional<String> message) {
    return switch (code) {
      case SYSTEM_ERROR ->
          status.code() == 503
              ? "Too many requests at once; try again later"
              : "The service failed to answer; the fault is in its log";
      case PAYLOAD_TOO_LARGE -> "The body is over 64 KiB, expected at most 65536 bytes";
      default -> message.filter(text -> !text.isBlank()).orElse(status.reasonPhrase());
    };
  }
}
