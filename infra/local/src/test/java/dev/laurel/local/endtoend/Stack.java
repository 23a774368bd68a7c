package dev.laurel.local.endtoend;

import dev.laurel.local.flink.FlinkRest;
import dev.laurel.local.home.Addresses;
import dev.laurel.local.home.Home;
import dev.laurel.local.home.Installation;
import dev.laurel.local.home.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A whole stack of processes, started as a user starts it ({@code infra/up --fresh --detach}) in a
 * home of its own below {@code target}, on ports that nobody has, and stopped with {@code
 * infra/down}.
 */
final class Stack implements AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Installation installation;
  private final Home home;
  private final Addresses addresses;
  private final Ports ports;
  private final WatchedJob job;

  private Stack(Installation installation, Home home, Ports ports) {
    this.installation = installation;
    this.home = home;
    this.ports = ports;
    this.addresses = Addresses.of(ports);
    this.job = new WatchedJob(new FlinkRest(addresses.flink()));
  }

  /**
   * Starts an empty stack in {@code target/stacks/name}, with further options; returns when
   * everything answers.
   */
  static Stack start(String name, Object... options) {
    Installation installation = Installation.current();
    Ports ports = freePorts();
    try {
      Home home = Home.at(installation.local("target/stacks").resolve(name));
      Stack stack = new Stack(installation, home, ports);
      stack.down();
      stack.up(Stream.concat(Stream.of("--fresh"), Stream.of(options)).toArray());
      return stack;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The project's folder. */
  Path root() {
    return installation.root();
  }

  Home home() {
    return home;
  }

  /** Address of the API, without a slash at the end. */
  String api() {
    return addresses.api();
  }

  String bootstrapServers() {
    return addresses.bootstrapServers();
  }

  String jdbcUrl() {
    return addresses.jdbcUrl();
  }

  /** The token of a role: player, game-server or admin. */
  String token(String role) {
    return Scripts.read(home.token(role)).strip();
  }

  /** Runs an {@code infra/laurel} command against this stack and returns its standard output. */
  String laurel(String... arguments) {
    List<Object> command = new ArrayList<>(List.of("laurel"));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--home", home.folder()));
    return run(command.toArray());
  }

  /** Loads definitions, one JSON object each; returns once the job has applied them. */
  void loadCatalog(String... definitions) {
    try {
      Path file = Files.createTempFile(home.folder(), "catalog-", ".jsonl");
      laurel("catalog", "load", Files.write(file, List.of(definitions)).toString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The id of a process: postgres, kafka, jobmanager, taskmanager or api. */
  long pid(String process) {
    return Long.parseLong(Scripts.read(home.pidFile(process)).strip());
  }

  /** Kills a process with SIGKILL. */
  void kill(String process) {
    signal("KILL", LongStream.of(pid(process)));
  }

  /** Stops a process and its children in their tracks: connections stay open, nothing answers. */
  void pause(String process) {
    signal("STOP", family(process));
  }

  /** Lets a paused process go on. */
  void resume(String process) {
    signal("CONT", family(process));
  }

  /** Whether the API says that it is ready and every task of the job runs. */
  boolean isReady() {
    try {
      HttpRequest ready =
          HttpRequest.newBuilder(URI.create(api() + "/observe/health/ready")).build();
      return HTTP.send(ready, BodyHandlers.discarding()).statusCode() == 200 && job.isRunning();
    } catch (IOException away) {
      return false;
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /** The job that runs in it. */
  WatchedJob job() {
    return job;
  }

  /** Stops everything; the home stays for reading its logs. */
  @Override
  public void close() {
    down();
  }

  /** Stops everything and starts it again on the state it left, with further options. */
  void restart(Object... options) {
    down();
    up(options);
  }

  /**
   * Stops everything, forgets all that was made of the log, tables and checkpoints, and starts
   * again: the log is read from its beginning.
   */
  void startOver(Object... options) {
    down();
    Scripts.execute(List.of("rm", "-r", home.postgres().toString(), home.checkpoints().toString()));
    up(options);
  }

  /** Tries to start a second stack on the ports of this one. */
  void startAnotherOnItsPorts() {
    Path another = installation.local("target/stacks").resolve("another");
    run("up", "--home", another, "--port-offset", ports.offset(), "--detach");
  }

  private void up(Object... more) {
    List<Object> command = new ArrayList<>(List.of("up", "--home", home.folder()));
    command.addAll(List.of("--port-offset", ports.offset(), "--detach"));
    command.addAll(List.of(more));
    run(command.toArray());
  }

  private void down() {
    run("down", "--home", home.folder());
  }

  private String run(Object... command) {
    return new Scripts(installation.root()).run(command);
  }

  private LongStream family(String process) {
    ProcessHandle parent = ProcessHandle.of(pid(process)).orElseThrow();
    return Stream.concat(Stream.of(parent), parent.descendants()).mapToLong(ProcessHandle::pid);
  }

  private void signal(String signal, LongStream pids) {
    pids.forEach(pid -> Scripts.execute(List.of("bash", "-c", "kill -" + signal + " " + pid)));
  }

  private static Ports freePorts() {
    return IntStream.iterate(1_000, offset -> offset < 3_000, offset -> offset + 20)
        .mapToObj(Ports::new)
        .filter(ports -> ports.taken().isEmpty())
        .findFirst()
        .orElseThrow();
  }
}
