package dev.laurel.local.kafka;

import dev.laurel.local.home.Home;
import dev.laurel.local.home.Installation;
import dev.laurel.local.home.Ports;
import dev.laurel.local.process.LogTail;
import dev.laurel.local.process.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/**
 * Kafka as one node that is broker and controller.
 *
 * @param session how long it may be silent before it is given up; a killed broker's successor waits
 *     as long, and one that is given up although it lives interrupts everybody
 */
public record KafkaBroker(Home home, Ports ports, Installation installation, Duration session)
    implements Part {

  @Override
  public String name() {
    return "kafka";
  }

  /** Writes the configuration, and formats the log folder if it is new. */
  @Override
  public void prepare() throws IOException, InterruptedException {
    Files.writeString(configuration(), settings());
    if (Files.exists(home.kafka().resolve("meta.properties"))) {
      return;
    }
    Path log = home.log("kafka-format");
    List<String> command =
        installation.java(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            installation.kafkaClassPath(),
            "kafka.tools.StorageTool",
            "format",
            "--cluster-id",
            Uuid.randomUuid().toString(),
            "--config",
            configuration().toString());
    int code =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    if (code != 0) {
      throw new IOException(
          "Kafka's log folder %s could not be formatted (exit code %d): %s"
              .formatted(home.kafka(), code, String.join(" ", LogTail.of(log, 5))));
    }
  }

  @Override
  public List<String> command() throws IOException {
    return installation.java(
        "-Xms256m",
        "-Xmx384m",
        "-XX:+UseSerialGC",
        home.mark(),
        "-Dlog4j2.configurationFile=" + installation.local("kafka/log4j2.properties"),
        "-cp",
        installation.kafkaClassPath(),
        "kafka.Kafka",
        configuration().toString());
  }

  @Override
  public boolean answers() {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + ports.kafka()))) {
      return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException away) {
      return false;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Path configuration() {
    return home.folder().resolve("kafka.properties");
  }

  private String settings() {
    return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:%2$d
        controller.listener.names=CONTROLLER
        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
        listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
        log.dirs=%3$s
        auto.create.topics.enable=false
        broker.session.timeout.ms=%4$d
        broker.heartbeat.interval.ms=500
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=4
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        transaction.state.log.num.partitions=4
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        group.initial.rebalance.delay.ms=0
        log.cleaner.dedupe.buffer.size=16777216
        num.network.threads=2
        num.io.threads=4
        """
        .formatted(ports.kafka(), ports.kafkaController(), home.kafka(), session.toMillis());
  }
}
