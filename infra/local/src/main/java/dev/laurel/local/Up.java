package dev.laurel.local;

import dev.laurel.local.flink.FlinkConfiguration;
import dev.laurel.local.home.Addresses;
import dev.laurel.local.home.Home;
import dev.laurel.local.home.HomeLock;
import dev.laurel.local.home.Installation;
import dev.laurel.local.home.Ports;
import dev.laurel.local.process.Leftovers;
import dev.laurel.local.token.Role;
import dev.laurel.local.token.TokenFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts the whole system and keeps it running until it is told to stop. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description =
        "Starts PostgreSQL, Kafka, Flink with the job, and the API, and keeps them running until Ctrl-C.")
final class Up implements Callable<Integer> {

  @Spec CommandSpec spec;

  @Option(names = "--fresh", description = "Start empty.")
  boolean fresh;

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "Keep state in DIR instead of .laurel.")
  Optional<Path> folder = Optional.empty();

  @Option(
      names = "--port-offset",
      paramLabel = "N",
      defaultValue = "0",
      description = "Add N to every port: API 8080, Flink 8081, Kafka 9092, PostgreSQL 5433.")
  int portOffset;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      defaultValue = "2",
      description =
          "Tasks of each operator of the job, 1 to 4; 2 unless told. May change at any start.")
  int parallelism;

  @Option(names = "--detach", description = "Return when everything answers; infra/down stops it.")
  boolean detach;

  @Option(
      names = "--demo",
      description = "Send lifelike made-up traffic, so that the page shows something.")
  boolean demo;

  private final Narrator narrator = new Narrator(System.out);
  private final Installation installation = Installation.current();

  @Override
  public Integer call() throws IOException, InterruptedException {
    require("--port-offset", portOffset, 0, Ports.GREATEST_OFFSET);
    require("--parallelism", parallelism, 1, FlinkConfiguration.SLOTS);
    Home home = Home.at(folder.orElse(installation.usualHome()));
    if (!home.isOurs()) {
      throw new IOException(
          "--home is %s, which holds other files; expected a missing or empty folder, or the home of a stack"
              .formatted(home.folder()));
    }
    try (HomeLock lock = lock(home)) {
      tidy(home);
      if (!detach) {
        return supervise(home);
      }
    }
    return new Detached(home, portOffset, parallelism, demo).start();
  }

  private void require(String option, int value, int least, int greatest) {
    if (value < least || value > greatest) {
      throw new ParameterException(
          spec.commandLine(),
          "%s is %d, expected %d to %d".formatted(option, value, least, greatest));
    }
  }

  private HomeLock lock(Home home) throws IOException {
    Optional<HomeLock> lock = HomeLock.tryTake(home);
    return lock.orElseThrow(
        () ->
            new IOException(
                "a stack runs in %1$s already; infra/down --home %1$s stops it"
                    .formatted(home.folder())));
  }

  private void tidy(Home home) throws IOException, InterruptedException {
    int left = new Leftovers(home).stop();
    if (left > 0) {
      narrator.say(
          "Stopped %d processes that an earlier stack left in %s".formatted(left, home.folder()));
    }
    if (fresh) {
      home.empty();
    }
    Files.deleteIfExists(home.ready());
    home.prepare();
    List<String> taken = new Ports(portOffset).taken();
    if (!taken.isEmpty()) {
      throw new IOException(String.join("\n", taken));
    }
  }

  private int supervise(Home home) throws IOException, InterruptedException {
    Files.writeString(home.pidFile("supervisor"), ProcessHandle.current().pid() + "\n");
    Ports ports = new Ports(portOffset);
    TokenFiles.write(home, Instant.now());
    Addresses.of(ports).write(home);
    LocalStack stack = new LocalStack(home, ports, installation, narrator);
    Thread stop = new Thread(() -> stop(stack, home), "stop");
    Runtime.getRuntime().addShutdownHook(stop);
    try {
      stack.start(parallelism);
      if (demo) {
        stack.startDemo();
      }
    } catch (IOException failed) {
      narrator.say("The start failed: " + failed.getMessage());
      return 1;
    }
    tell(home, ports);
    Files.createFile(home.ready());
    new CountDownLatch(1).await();
    return 0;
  }

  private void stop(LocalStack stack, Home home) {
    try {
      narrator.say("Stopping ...");
      Files.deleteIfExists(home.ready());
      stack.stop();
      narrator.say("Everything has stopped; the state stays in " + home.folder());
    } catch (IOException failed) {
      narrator.say("Not everything could be stopped: " + failed.getMessage());
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(Home home, Ports ports) {
    Addresses addresses = Addresses.of(ports);
    narrator.print(
        """

        Laurel is up after %s s.
          page        %s/
          API         %s/api/v1
          Flink       %s
          Kafka       %s
          PostgreSQL  psql -h 127.0.0.1 -p %d -U laurel_admin laurel
          tokens      %s (%s)
          logs        %s
        """
            .formatted(
                String.format(Locale.ROOT, "%.1f", narrator.sinceStart().toMillis() / 1000.0),
                addresses.api(),
                addresses.api(),
                addresses.flink(),
                addresses.bootstrapServers(),
                ports.postgres(),
                home.token("any").getParent(),
                String.join(
                    ", ",
                    List.of(Role.values()).stream().map(role -> role.claim() + ".jwt").toList()),
                home.log("any").getParent()));
  }
}
