package dev.laurel.serving.web;

import dev.laurel.serving.database.DatabaseUnavailableException;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.PathMatchers;
import io.helidon.http.Status;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import io.helidon.metrics.api.Timer;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How every call is registered: what it answers, what it refuses, and what it says to methods it
 * does not know. The one place where an exception becomes a status.
 *
 * <p>Exceptions end here rather than in the server's error handlers, which drop the headers set
 * before (request id, CORS). Time is measured as {@code laurel_http_requests} by path pattern,
 * method and status.
 */
public final class Calls {

  private static final Logger LOG = LoggerFactory.getLogger(Calls.class);
  private static final Set<String> MEASURED =
      Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");
  private static final List<String> READING = List.of("GET", "HEAD", "OPTIONS");

  private Calls() {}

  /** Registers a reading call under a path pattern. */
  public static void get(HttpRules rules, String path, Call call) {
    reading(
        rules,
        path,
        (request, response) -> SendAnswer.send(request, response, call.answer(request)));
  }

  /** Registers a reading call whose question may also come as a body. */
  public static void getOrPost(HttpRules rules, String path, Call call) {
    register(
        rules,
        path,
        List.of("GET", "HEAD", "POST", "OPTIONS"),
        (request, response) -> SendAnswer.send(request, response, call.answer(request)));
  }

  /** Registers a reading call that writes its answer itself. */
  static void reading(HttpRules rules, String path, Handler handler) {
    register(rules, path, READING, handler);
  }

  private static void register(
      HttpRules rules, String path, List<String> methods, Handler handler) {
    Method[] answered =
        methods.stream()
            .filter(method -> !method.equals("OPTIONS"))
            .map(Method::create)
            .toArray(Method[]::new);
    rules.route(Method.predicate(answered), PathMatchers.create(path), guarded(path, handler));
    rules.route(
        Method.OPTIONS, path, guarded(path, (request, response) -> tellMethods(response, methods)));
    rules.any(path, guarded(path, (request, response) -> refuseMethod(request, response, methods)));
  }

  /** What is said where nothing else answers. */
  static Handler refuseTheRest() {
    return guarded(
        "other",
        (request, response) -> {
          throw new RefusedException(
              ErrorCode.NOT_FOUND, "Nothing is found at %s".formatted(request.path().path()));
        });
  }

  private static Handler guarded(String path, Handler handler) {
    Map<Outcome, Timer> timers = new ConcurrentHashMap<>();
    return (request, response) -> {
      long start = System.nanoTime();
      try {
        handler.handle(request, response);
      } catch (RefusedException e) {
        SendAnswer.refuse(request, response, e);
      } catch (DatabaseUnavailableException e) {
        LOG.warn("{} is not answered: {}", request.path().path(), e.getMessage());
        SendAnswer.refuse(
            request,
            response,
            new RefusedException(
                ErrorCode.DATABASE_UNAVAILABLE,
                "The database does not answer now; try again later"));
      } catch (RuntimeException e) {
        sendFault(request, response, e);
      } finally {
        timers
            .computeIfAbsent(Outcome.of(request, response), outcome -> outcome.timer(path))
            .record(Duration.ofNanos(System.nanoTime() - start));
      }
    };
  }

  private static void sendFault(
      ServerRequest request, ServerResponse response, RuntimeException fault) {
    if (response.isSent()) {
      throw fault;
    }
    LOG.error("{} {} failed", request.prologue().method(), request.path().path(), fault);
    SendAnswer.refuse(
        request,
        response,
        new RefusedException(
            ErrorCode.SYSTEM_ERROR, "The service failed to answer; the fault is in its log"));
  }

  private static void tellMethods(ServerResponse response, List<String> methods) {
    response
        .status(Status.NO_CONTENT_204)
        .header(HeaderNames.ALLOW, String.join(", ", methods))
        .send();
  }

  private static void refuseMethod(
      ServerRequest request, ServerResponse response, List<String> methods) {
    String allowed = String.join(", ", methods);
    response.header(HeaderNames.ALLOW, allowed);
    throw new RefusedException(
        ErrorCode.METHOD_NOT_ALLOWED,
        "%s does not answer %s, expected one of %s"
            .formatted(request.path().path(), request.prologue().method(), allowed),
        Map.of("allowed", methods));
  }

  /** What calls of a path are counted by: looking their timer up takes longer than counting. */
  private record Outcome(String method, int status) {

    static Outcome of(ServerRequest request, ServerResponse response) {
      String method = request.prologue().method().text();
      return new Outcome(MEASURED.contains(method) ? method : "other", response.status().code());
    }

    Timer timer(String path) {
      return Metrics.getOrCreate(
          Timer.builder("laurel_http_requests")
              .description("Calls answered, by path pattern, method and status.")
              .tags(
                  List.of(
                      Tag.create("path", path),
                      Tag.create("method", method),
                      Tag.create("status", Integer.toString(status)))));
    }
  }
}
