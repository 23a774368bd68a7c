package dev.laurel.serving.web;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Arrays;

/**
 * Writes an answer: entity tag and 304, gzip, and HEAD without its body.
 *
 * <p>The tag is weak and made of the body as it is before gzip, so one tag stands for both forms.
 * The server's gzip module is not to be had in this version, so it is done here; it also leaves
 * HEAD to the caller.
 */
final class SendAnswer {

  private static final Header BY_ENCODING =
      HeaderValues.createCached(HeaderNames.VARY, "Accept-Encoding");

  private SendAnswer() {}

  static void send(ServerRequest request, ServerResponse response, Answer answer) {
    if (answer.stale()) {
      response.header(HeaderNames.WARNING, "110 laurel \"Response is Stale\"");
    }
    send(request, response, answer.body(), "application/json", answer.cacheControl());
  }

  static void send(
      ServerRequest request,
      ServerResponse response,
      Body body,
      String contentType,
      String cacheControl) {
    String tag = body.tag();
    response.header(HeaderNames.ETAG, tag);
    response.header(HeaderNames.CACHE_CONTROL, cacheControl);
    response.headers().add(BY_ENCODING);
    if (knows(request, tag)) {
      response.status(Status.NOT_MODIFIED_304).send();
      return;
    }
    write(request, response, body, contentType);
  }

  static void refuse(ServerRequest request, ServerResponse response, RefusedException refusal) {
    response.status(refusal.code().status());
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    if (refusal.code().status().code() == 503) {
      response.header(HeaderNames.RETRY_AFTER, "1");
    }
    if (refusal.code() == ErrorCode.INVALID_TOKEN) {
      response.header(HeaderNames.WWW_AUTHENTICATE, "Bearer");
    }
    write(
        request,
        response,
        new Body(Envelope.failure(refusal.code(), refusal.getMessage(), refusal.details())),
        "application/json");
  }

  private static void write(
      ServerRequest request, ServerResponse response, Body body, String contentType) {
    response.header(HeaderNames.CONTENT_TYPE, contentType);
    byte[] sent = body.plain();
    if (body.isWorthZipping() && acceptsGzip(request)) {
      response.header(HeaderNames.CONTENT_ENCODING, "gzip");
      sent = body.zipped();
    }
    if (request.prologue().method().equals(Method.HEAD)) {
      response.header(HeaderNames.CONTENT_LENGTH, Integer.toString(sent.length));
      response.send();
    } else {
      response.send(sent);
    }
  }

  private static boolean knows(ServerRequest request, String tag) {
    return request.headers().contains(HeaderNames.IF_NONE_MATCH)
        && Arrays.stream(request.headers().get(HeaderNames.IF_NONE_MATCH).values().split(","))
            .map(String::strip)
            .anyMatch(known -> known.equals("*") || weak(known).equals(tag));
  }

  private static String weak(String tag) {
    return tag.startsWith("W/") ? tag : "W/" + tag;
  }

  /** Whether the client takes gzip: named, or by a star, and not with a quality of 0. */
  private static boolean acceptsGzip(ServerRequest request) {
    return request.headers().contains(HeaderNames.ACCEPT_ENCODING)
        && Arrays.stream(request.headers().get(HeaderNames.ACCEPT_ENCODING).values().split(","))
            .map(coding -> coding.replace(" ", ""))
            .anyMatch(coding -> coding.matches("(gzip|\\*)(;q=(?!0(\\.0*)?$).*)?"));
  }
}
