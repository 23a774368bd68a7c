package dev.laurel.serving;

import java.net.URI;
import java.net.http.HttpClient;

/** Calls of a service that a test started for itself. */
final class Replies {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private Replies() {}

  static Reply get(RunningService service, String path, String... headers) {
    return Reply.get(CLIENT, URI.create("http://127.0.0.1:" + service.port() + path), headers);
  }
}
