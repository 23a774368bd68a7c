package dev.laurel.local.flink;

import dev.laurel.local.home.Addresses;
import dev.laurel.local.home.Home;
import dev.laurel.local.home.Installation;
import dev.laurel.local.home.Ports;
import dev.laurel.local.process.LogTail;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Submits the job with Flink's own command line, as a user would: from its newest checkpoint if
 * there is one.
 */
public record SubmitJob(Home home, Ports ports, Installation installation) {

  /** Submits the job and returns the checkpoint it goes on from. */
  public Optional<Path> submit() throws IOException, InterruptedException {
    Optional<Path> checkpoint = new RetainedCheckpoints(home.checkpoints()).newest();
    Path log = home.log("submit");
    ProcessBuilder builder = new ProcessBuilder(command(checkpoint));
    builder
        .environment()
        .put("FLINK_CONF_DIR", new FlinkConfiguration(home, ports).folder().toString());
    int code = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
    if (code != 0) {
      throw new IOException(
          "the job could not be submitted (flink run, exit code %d); %s ends with:%n  %s"
              .formatted(code, log, String.join("\n  ", LogTail.of(log, 12))));
    }
    return checkpoint;
  }

  private List<String> command(Optional<Path> checkpoint) throws IOException {
    Addresses addresses = Addresses.of(ports);
    List<String> command =
        installation.java(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx512m",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            home.mark(),
            "-Dlog4j2.configurationFile=" + installation.local("flink/log4j2.properties"),
            "-cp",
            installation.flinkClassPath(),
            "org.apache.flink.client.cli.CliFrontend",
            "run",
            "-d");
    checkpoint.ifPresent(
        from -> command.addAll(List.of("-s", from.toUri().toString(), "--claimMode", "CLAIM")));
    command.addAll(
        List.of(
            installation.job().toString(),
            "--bootstrap-servers",
            addresses.bootstrapServers(),
            "--jdbc-url",
            addresses.jdbcUrl(),
            "--jdbc-user",
            "laurel_job"));
    return command;
  }
}
