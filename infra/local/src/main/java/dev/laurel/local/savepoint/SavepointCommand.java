package dev.laurel.local.savepoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.laurel.local.flink.FlinkRest;
import dev.laurel.local.flink.RunningJob;
import dev.laurel.local.home.StackOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes a savepoint of the running job. */
@Command(
    name = "savepoint",
    mixinStandardHelpOptions = true,
    description = "Takes a savepoint of the running job, which goes on, and prints its path.")
public final class SavepointCommand implements Callable<Integer> {

  @Mixin StackOptions stack;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "Folder or URI to put it in; the cluster's own savepoint folder unless told.")
  Optional<String> target = Optional.empty();

  @Override
  public Integer call() throws IOException, InterruptedException {
    FlinkRest flink = new FlinkRest(stack.flink());
    String job =
        flink.jobs().stream()
            .filter(RunningJob::isLive)
            .findFirst()
            .orElseThrow(() -> new IOException("no job named laurel runs at " + flink.address()))
            .id();
    System.out.println(take(flink, job));
    return 0;
  }

  private String take(FlinkRest flink, String job) throws IOException, InterruptedException {
    ObjectNode request = new ObjectMapper().createObjectNode().put("cancel-job", false);
    target.ifPresent(folder -> request.put("target-directory", uri(folder)));
    String savepoints = "/jobs/" + job + "/savepoints";
    String trigger = flink.post(savepoints, request.toString()).path("request-id").asText();
    JsonNode answer = flink.get(savepoints + "/" + trigger);
    while (!answer.path("status").path("id").asText().equals("COMPLETED")) {
      TimeUnit.MILLISECONDS.sleep(200);
      answer = flink.get(savepoints + "/" + trigger);
    }
    JsonNode failure = answer.path("operation").path("failure-cause");
    if (!failure.isMissingNode()) {
      String trace = failure.path("stack-trace").asText();
      throw new IOException(
          "the savepoint failed: " + trace.lines().findFirst().orElse("no reason"));
    }
    return answer.path("operation").path("location").asText();
  }

  /** A path becomes a URI of this machine's files; what is a URI already stays. */
  private static String uri(String folder) {
    boolean hasScheme = folder.matches("[a-z][a-z0-9+.-]*:.*");
    return hasScheme
        ? URI.create(folder).toString()
        : Path.of(folder).toAbsolutePath().normalize().toUri().toString();
  }
}
