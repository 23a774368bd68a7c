package dev.laurel.local.flink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.laurel.local.home.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** Flink's REST interface, as far as a stack needs it. */
public record FlinkRest(String address) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  /** The cluster of a stack on this machine. */
  public static FlinkRest local(Ports ports) {
    return new FlinkRest("http://127.0.0.1:" + ports.flink());
  }

  /** Whether the JobManager accepts jobs. */
  public boolean answers() {
    return holds("/jobs/overview", answer -> true);
  }

  /** Whether a TaskManager has reported to the JobManager. */
  public boolean hasTaskManager() {
    return holds("/overview", answer -> answer.path("taskmanagers").asInt() > 0);
  }

  /** Every job the cluster knows, ended ones included. */
  public List<RunningJob> jobs() throws IOException, InterruptedException {
    JsonNode jobs = get("/jobs/overview").path("jobs");
    return StreamSupport.stream(jobs.spliterator(), false).map(RunningJob::read).toList();
  }

  /** Why a job failed last: the first lines of the exception, empty if there was none. */
  public String lastFailure(String jobId) throws IOException, InterruptedException {
    String trace =
        get("/jobs/" + jobId + "/exceptions?maxExceptions=1")
            .path("exceptionHistory")
            .path("entries")
            .path(0)
            .path("stacktrace")
            .asText();
    return String.join(
        "\n", trace.lines().filter(line -> !line.startsWith("\tat ")).limit(12).toList());
  }

  /** What {@code path} answers; fails when the cluster is away or refuses. */
  public JsonNode get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri(path)).GET());
  }

  /** What {@code path} answers to {@code body}, a JSON object. */
  public JsonNode post(String path, String body) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  /** Asks a job to end; its checkpoints stay. */
  public void cancel(String jobId) throws IOException, InterruptedException {
    send(
        HttpRequest.newBuilder(uri("/jobs/" + jobId + "?mode=cancel"))
            .method("PATCH", BodyPublishers.noBody()));
  }

  private boolean holds(String path, Predicate<JsonNode> test) {
    try {
      return test.test(get(path));
    } catch (IOException away) {
      return false;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private URI uri(String path) {
    return URI.create(address + path);
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var answer =
        HTTP.send(request.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(
          "Flink at %s answered %d: %s"
              .formatted(address, answer.statusCode(), reason(answer.body())));
    }
    return JSON.readTree(answer.body());
  }

  private static String reason(String body) throws IOException {
    JsonNode errors = JSON.readTree(body).path("errors");
    String text =
        errors.isArray() && !errors.isEmpty() ? errors.get(errors.size() - 1).asText() : body;
    return text.lines().findFirst().orElse("no reason");
  }
}
