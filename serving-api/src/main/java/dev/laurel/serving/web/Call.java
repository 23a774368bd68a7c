package dev.laurel.serving.web;

import io.helidon.webserver.http.ServerRequest;

/** A reading call: from the request to its answer, or a {@link RefusedException}. */
@FunctionalInterface
public interface Call {

  /** Answers one request. */
  Answer answer(ServerRequest request);
}
