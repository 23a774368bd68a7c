package dev.laurel.local.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Where the processes of a stack are reached. */
public record Addresses(String bootstrapServers, String jdbcUrl, String flink, String api) {

  /** The addresses of a stack on this machine. */
  public static Addresses of(Ports ports) {
    return new Addresses(
        "127.0.0.1:" + ports.kafka(),
        "jdbc:postgresql://127.0.0.1:%d/laurel".formatted(ports.postgres()),
        "http://127.0.0.1:" + ports.flink(),
        "http://127.0.0.1:" + ports.api());
  }

  /** Writes them down for the commands that work on a stack. */
  public void write(Home home) throws IOException {
    Files.writeString(
        home.addresses(),
        """
        bootstrap.servers=%s
        jdbc.url=%s
        flink.url=%s
        api.url=%s
        """
            .formatted(bootstrapServers, jdbcUrl, flink, api));
  }

  /** The addresses of the stack that was started last in {@code home}. */
  public static Addresses read(Home home) throws IOException {
    Path file = home.addresses();
    if (!Files.exists(file)) {
      throw new IOException(
          "--home is %s, where no stack has been started (%s is missing); start one with infra/up, or name the addresses"
              .formatted(home.folder(), file.getFileName()));
    }
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return new Addresses(
        properties.getProperty("bootstrap.servers", ""),
        properties.getProperty("jdbc.url", ""),
        properties.getProperty("flink.url", ""),
        properties.getProperty("api.url", ""));
  }
}
