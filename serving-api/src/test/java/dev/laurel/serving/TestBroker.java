package dev.laurel.serving;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Time;

/**
 * A real Kafka broker of one node, in this process, that can be stopped and started again on its
 * port and data.
 */
final class TestBroker implements AutoCloseable {

  private final Properties properties = new Properties();
  private final String address;
  private KafkaRaftServer server;
  private KafkaProducer<String, String> producer;

  private TestBroker(Path home, int port, int controllerPort) {
    address = "localhost:" + port;
    properties.putAll(
        Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", "1"),
            Map.entry("controller.quorum.voters", "1@localhost:" + controllerPort),
            Map.entry(
                "listeners",
                "PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("log.dirs", home.resolve("log").toString()),
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            Map.entry("controlled.shutdown.enable", "false"),
            Map.entry("broker.session.timeout.ms", "1000"),
            Map.entry("broker.heartbeat.interval.ms", "200")));
  }

  static TestBroker start() throws IOException {
    Path home = Files.createTempDirectory("laurel-broker");
    TestBroker broker = new TestBroker(home, freePort(), freePort());
    Path file = home.resolve("server.properties");
    try (var writer = Files.newBufferedWriter(file)) {
      broker.properties.store(writer, "one node");
    }
    String[] format = {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
    StorageTool.execute(
        format, new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    broker.startAgain();
    return broker;
  }

  void startAgain() {
    server = new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM);
    server.startup();
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", address, "linger.ms", "0"),
            new StringSerializer(),
            new StringSerializer());
  }

  void stop() {
    producer.close(java.time.Duration.ZERO);
    server.shutdown();
    server.awaitShutdown();
  }

  String address() {
    return address;
  }

  void createTopic(String name, int partitions) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
      admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1))).all().get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("The topic " + name + " could not be made", e);
    }
  }

  void send(String topic, String key, String value) {
    try {
      producer.send(new ProducerRecord<>(topic, key, value)).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("The broker did not take a record of " + topic, e);
    }
  }

  @Override
  public void close() {
    stop();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
