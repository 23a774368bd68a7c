package dev.laurel.serving.web;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * The page at {@code /}: its few files, read from the class path once and answered like everything
 * else, with entity tags and gzip.
 */
public final class PageFiles implements HttpService {

  private static final Map<String, String> FILES =
      Map.of(
          "index.html", "text/html; charset=utf-8",
          "laurel.css", "text/css; charset=utf-8",
          "board.js", "text/javascript; charset=utf-8",
          "feed.js", "text/javascript; charset=utf-8",
          "table.js", "text/javascript; charset=utf-8",
          "laurel.svg", "image/svg+xml");

  @Override
  public void routing(HttpRules rules) {
    FILES.forEach((name, type) -> file(rules, "/" + name, name, type));
    file(rules, "/", "index.html", FILES.get("index.html"));
  }

  private static void file(HttpRules rules, String path, String name, String type) {
    Body content = new Body(read(name));
    Calls.reading(
        rules,
        path,
        (request, response) -> SendAnswer.send(request, response, content, type, "no-cache"));
  }

  private static byte[] read(String name) {
    try (InputStream file = PageFiles.class.getResourceAsStream("/page/" + name)) {
      if (file == null) {
        throw new IllegalStateException("The page lacks its file " + name + " on the class path");
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
