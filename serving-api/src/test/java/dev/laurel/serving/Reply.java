package dev.laurel.serving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** What the service answered. */
record Reply(HttpResponse<byte[]> response) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Reply get(HttpClient client, URI address, String... headers) {
    return send(client, "GET", address, "", headers);
  }

  static Reply send(HttpClient client, String method, URI address, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(20))
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try {
      return new Reply(client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  int status() {
    return response.statusCode();
  }

  byte[] body() {
    return response.body();
  }

  String header(String name) {
    return String.join(", ", response.headers().allValues(name));
  }

  String text() {
    return new String(body(), StandardCharsets.UTF_8);
  }

  JsonNode json() {
    try {
      return JSON.readTree(body());
    } catch (IOException e) {
      throw new UncheckedIOException("not JSON: " + text(), e);
    }
  }

  JsonNode data() {
    return json().path("data");
  }

  /** The place of a page in its list, without what would walk on from it. */
  String pagination() {
    ObjectNode pagination = data().path("pagination").deepCopy();
    return pagination.without(List.of("cursor", "previousCursor")).toString();
  }

  /** The error code of a refusal. */
  String code() {
    return json().path("error").path("code").asText();
  }

  /** What a refusal says of the parameter it is about. */
  String refusedValue() {
    return json().at("/error/details/value").asText();
  }

  /** The players of a board, in the order in which they are answered. */
  List<String> players() {
    return data().path("leaderboard").findValuesAsText("userId");
  }
}
