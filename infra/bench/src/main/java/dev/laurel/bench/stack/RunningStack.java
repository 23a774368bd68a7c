package dev.laurel.bench.stack;

import dev.laurel.local.home.Addresses;
import dev.laurel.local.home.Home;
import dev.laurel.local.home.Installation;
import dev.laurel.local.home.Ports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The system as {@code infra/up} starts it, empty, on ports that are free. */
public record RunningStack(Installation installation, Home home, Ports ports, Addresses addresses)
    implements AutoCloseable {

  private static final String OWNER = "laurel_admin";
  private static final int FIRST_OFFSET = 22_000;

  /** Starts it in a folder; returns when everything answers. */
  public static RunningStack start(Installation installation, Path folder)
      throws IOException, InterruptedException {
    Ports ports =
        IntStream.iterate(FIRST_OFFSET, offset -> offset < FIRST_OFFSET + 1_000, at -> at + 20)
            .mapToObj(Ports::new)
            .filter(each -> each.taken().isEmpty())
            .findFirst()
            .orElseThrow(() -> new IOException("there are no free ports for a stack"));
    RunningStack stack =
        new RunningStack(installation, Home.at(folder), ports, Addresses.of(ports));
    stack.run("down", "--home", folder.toString());
    stack.up("--fresh");
    return stack;
  }

  /** What is done while nothing runs. */
  public interface Meanwhile {
    /** Does it. */
    void run() throws IOException;
  }

  /** Stops it, does something, and starts it on the state that it left. */
  public void restart(Meanwhile meanwhile) throws IOException, InterruptedException {
    close();
    meanwhile.run();
    up();
  }

  private void up(String... more) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "up",
                "--home",
                home.folder().toString(),
                "--port-offset",
                Integer.toString(ports.offset()),
                "--detach"));
    command.addAll(List.of(more));
    run(command.toArray(String[]::new));
  }

  /** Runs an {@code infra/laurel} command against it. */
  void laurel(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("laurel"));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--home", home.folder().toString()));
    run(command.toArray(String[]::new));
  }

  /** Its database, as the owner sees it. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(addresses.jdbcUrl(), OWNER, "");
  }

  /** What a query of one number gives. */
  static long number(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    run("down", "--home", home.folder().toString());
  }

  private void run(String... command) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(command));
    words.set(0, installation.root().resolve("infra").resolve(command[0]).toString());
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(
          "%s ended with exit code %d:%n%s"
              .formatted(String.join(" ", words), process.exitValue(), said));
    }
  }
}
