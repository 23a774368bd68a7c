package dev.laurel.local;

import dev.laurel.local.Steps.Done;
import dev.laurel.local.api.ServingApi;
import dev.laurel.local.catalog.CatalogFile;
import dev.laurel.local.catalog.LoadCatalog;
import dev.laurel.local.demo.SendDemo;
import dev.laurel.local.flink.FlinkConfiguration;
import dev.laurel.local.flink.FlinkProcess;
import dev.laurel.local.flink.FlinkRest;
import dev.laurel.local.flink.KeepJob;
import dev.laurel.local.flink.SubmitJob;
import dev.laurel.local.home.Addresses;
import dev.laurel.local.home.Home;
import dev.laurel.local.home.Installation;
import dev.laurel.local.home.Ports;
import dev.laurel.local.kafka.CreateTopics;
import dev.laurel.local.kafka.KafkaBroker;
import dev.laurel.local.kafka.TopicContract;
import dev.laurel.local.postgres.PostgresBinaries;
import dev.laurel.local.postgres.PostgresServer;
import dev.laurel.local.postgres.Tables;
import dev.laurel.local.process.Leftovers;
import dev.laurel.local.process.Supervised;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The five processes and the job. What does not depend on each other starts at the same time;
 * everything stops in the order in which it is no longer needed.
 */
final class LocalStack {

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(90);

  /** A killed broker is to come back in seconds. */
  private static final Duration KAFKA_SESSION = Duration.ofSeconds(2);

  private static final Duration GRACE = Duration.ofSeconds(15);

  private final Home home;
  private final Ports ports;
  private final Installation installation;
  private final Narrator narrator;
  private final PostgresServer server;
  private final Supervised postgres;
  private final Supervised kafka;
  private final Supervised jobManager;
  private final Supervised taskManager;
  private final Supervised api;
  private final KeepJob job;
  private volatile Runnable stopDemo = () -> {};

  LocalStack(Home home, Ports ports, Installation installation, Narrator narrator)
      throws IOException {
    this.home = home;
    this.ports = ports;
    this.installation = installation;
    this.narrator = narrator;
    this.server = new PostgresServer(home, ports.postgres(), binaries(installation));
    this.postgres = new Supervised(server, home, narrator::say);
    this.kafka =
        new Supervised(
            new KafkaBroker(home, ports, installation, KAFKA_SESSION), home, narrator::say);
    this.jobManager =
        new Supervised(FlinkProcess.jobManager(home, ports, installation), home, narrator::say);
    this.taskManager =
        new Supervised(FlinkProcess.taskManager(home, ports, installation), home, narrator::say);
    this.api = new Supervised(new ServingApi(home, ports, installation), home, narrator::say);
    this.job =
        new KeepJob(
            new SubmitJob(home, ports, installation), FlinkRest.local(ports), narrator::say);
  }

  /** Starts everything, the job with so many tasks; returns when everything answers. */
  void start(int parallelism) throws IOException, InterruptedException {
    new FlinkConfiguration(home, ports).write(parallelism);
    try (Steps steps = new Steps(narrator)) {
      Done tables =
          steps.begin("PostgreSQL answers, the tables are up to date", this::startPostgres);
      Done topics = steps.begin("Kafka answers, the topics are there", this::startKafka);
      Done cluster = steps.begin("Flink answers, JobManager and TaskManager", this::startFlink);
      steps.begin("The API is ready", () -> startApi(tables, topics));
      steps.begin("The job runs, the catalog is applied", () -> startJob(tables, topics, cluster));
      steps.awaitAll();
    }
  }

  /** Sends made-up traffic from now on. */
  void startDemo() throws IOException, InterruptedException {
    Path games = installation.local("demo-catalog.jsonl");
    catalog().loadMissing(CatalogFile.read(games));
    SendDemo demo =
        new SendDemo(
            Addresses.of(ports).bootstrapServers(), games, Clock.systemUTC(), narrator::say);
    demo.start();
    stopDemo = demo::stop;
  }

  /** Stops everything; nothing of this home runs afterwards. */
  void stop() throws IOException, InterruptedException {
    stopDemo.run();
    job.stop();
    try {
      stopInOrder();
    } finally {
      new Leftovers(home).stop();
    }
  }

  private void stopInOrder() throws IOException, InterruptedException {
    try (Steps steps = new Steps(narrator)) {
      steps.begin("The API has stopped", () -> api.stop(GRACE));
      steps.begin("The TaskManager has stopped", () -> taskManager.stop(GRACE));
      steps.begin("The JobManager has stopped", () -> jobManager.stop(GRACE));
      steps.awaitAll();
    }
    kafka.stop(GRACE);
    narrator.say("Kafka has stopped");
    postgres.stop(GRACE);
    narrator.say("PostgreSQL has stopped");
  }

  private void startPostgres() throws Exception {
    postgres.start();
    postgres.awaitAnswer(ANSWER_WITHIN);
    Tables.migrate(server);
  }

  private void startKafka() throws Exception {
    kafka.start();
    kafka.awaitAnswer(ANSWER_WITHIN);
    List<TopicContract> contracts = TopicContract.in(installation.topics());
    CreateTopics.of(contracts, Addresses.of(ports).bootstrapServers());
  }

  private void startFlink() throws Exception {
    jobManager.start();
    taskManager.start();
    jobManager.awaitAnswer(ANSWER_WITHIN);
    taskManager.awaitAnswer(ANSWER_WITHIN);
  }

  private void startApi(Done tables, Done topics) throws Exception {
    tables.await();
    topics.await();
    api.start();
    api.awaitAnswer(ANSWER_WITHIN);
  }

  private void startJob(Done tables, Done topics, Done cluster) throws Exception {
    tables.await();
    topics.await();
    cluster.await();
    Optional<Path> from = job.start(ANSWER_WITHIN);
    from.ifPresent(
        checkpoint ->
            narrator.say("The job goes on from its checkpoint " + checkpoint.getFileName()));
    catalog().loadMissing(CatalogFile.read(installation.local("catalog.jsonl")));
  }

  private LoadCatalog catalog() {
    Addresses addresses = Addresses.of(ports);
    return new LoadCatalog(addresses.bootstrapServers(), addresses.jdbcUrl());
  }

  private static PostgresBinaries binaries(Installation installation) throws IOException {
    return PostgresBinaries.unpackedTo(installation.local("target/postgres"));
  }
}
