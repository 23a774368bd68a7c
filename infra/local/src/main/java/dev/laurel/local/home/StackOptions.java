package dev.laurel.local.home;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * Which stack a command works on: that of a home on this machine, or any other by its addresses.
 */
public final class StackOptions {

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "The home of a local stack; .laurel unless told.")
  Optional<Path> folder = Optional.empty();

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      description = "Kafka, instead of the local stack's.")
  Optional<String> bootstrapServers = Optional.empty();

  @Option(
      names = "--jdbc-url",
      paramLabel = "URL",
      description =
          "PostgreSQL, instead of the local stack's; the user is laurel_api unless the URL names one.")
  Optional<String> jdbcUrl = Optional.empty();

  @Option(
      names = "--flink",
      paramLabel = "URL",
      description = "Flink's REST address, instead of the local stack's.")
  Optional<String> flink = Optional.empty();

  /** The home that was named, or the usual one. */
  public Home home() throws IOException {
    return Home.at(folder.orElse(Installation.current().usualHome()));
  }

  /** Where Kafka is reached. */
  public String bootstrapServers() throws IOException {
    return bootstrapServers.isPresent()
        ? bootstrapServers.get()
        : Addresses.read(home()).bootstrapServers();
  }

  /** Where PostgreSQL is reached. */
  public String jdbcUrl() throws IOException {
    return jdbcUrl.isPresent() ? jdbcUrl.get() : Addresses.read(home()).jdbcUrl();
  }

  /** Where Flink is reached. */
  public String flink() throws IOException {
    return flink.isPresent() ? flink.get().replaceAll("/+$", "") : Addresses.read(home()).flink();
  }
}
