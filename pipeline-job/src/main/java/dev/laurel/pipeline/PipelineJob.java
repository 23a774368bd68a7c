package dev.laurel.pipeline;

import dev.laurel.pipeline.outlet.Brokers;
import dev.laurel.pipeline.outlet.Database;
import dev.laurel.pipeline.outlet.PostgresTables;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Laurel's job, as it is submitted to a Flink cluster: its options, Kafka and PostgreSQL around the
 * {@link Topology}.
 */
public final class PipelineJob {
  private static final String NAME = "laurel";
  private static final String BACKFILL = "laurel-backfill";

  private PipelineJob() {}

  /** Runs the job; {@code --help} lists the options. */
  public static void main(String[] arguments) throws Exception {
    if (List.of(arguments).contains("--help")) {
      System.out.print(help());
      return;
    }
    try {
      run(JobConfig.read(arguments, System.getenv()));
    } catch (InvalidOptionsException invalid) {
      invalid.getMessage().lines().forEach(System.err::println);
      System.exit(2);
    }
  }

  private static void run(JobConfig config) throws Exception {
    var env = StreamExecutionEnvironment.getExecutionEnvironment();
    ClusterDefaults.check(env.getConfiguration());
    connect(config, env);
    env.execute(config.backfill() ? BACKFILL : NAME);
  }

  /** Connects the topology to Kafka and PostgreSQL, which need not be there yet. */
  static void connect(JobConfig config, StreamExecutionEnvironment env) {
    env.configure(ClusterDefaults.missingFrom(env.getConfiguration()));
    var brokers =
        new Brokers(config.bootstrapServers(), config.kafkaProperties(), config.backfill());
    new Topology(
            config.ledger(), config.publishEvery(), config.partitionDrift(), config.suspicion())
        .connect(
            env,
            brokers.playerEvents(config.playerEventsTopic()),
            brokers.catalog(config.catalogTopic()),
            brokers.catalogEnd(config.catalogTopic()),
            outlets(config, brokers));
  }

  private static Outlets outlets(JobConfig config, Brokers brokers) {
    var database =
        new Database(
            config.jdbcUrl(),
            config.jdbcUser(),
            config.jdbcPassword(),
            config.postgresProperties());
    var tables =
        new PostgresTables(
            database,
            config.flushEvery(),
            config.statisticsEvery(),
            config.mostUnsentRows(),
            config.tables(),
            config.backfill() ? Optional.of(Instant.now()) : Optional.empty());
    return new Outlets(
        tables.catalogHistory(),
        tables.players(),
        tables.playerScores(),
        tables.playerRegions(),
        tables.scoreEvents(),
        tables.playerAchievements(),
        tables.playerPeriods(),
        tables.periodFigures(),
        tables.leaderboardTops(),
        tables.leaderboardFinals(),
        into(config, brokers.rankChanges(config.rankChangesTopic()), "rank changes"),
        into(config, brokers.deadLetters(config.deadLettersTopic()), "dead letters"),
        flags -> {
          tables.playerFlags().accept(flags);
          into(config, brokers.anomalies(config.anomaliesTopic()), "anomalies").accept(flags);
        });
  }

  /** Into a topic; a backfill tells nobody what they have been told. */
  private static <T> Consumer<DataStream<T>> into(JobConfig config, Sink<T> topic, String name) {
    return told -> {
      if (!config.backfill()) {
        told.sinkTo(topic).name(name).uid(name.replace(' ', '-'));
      }
    };
  }

  private static String help() {
    return """
        Laurel ranks every player of every game: Kafka in, PostgreSQL and rank changes out.

        flink run laurel-pipeline-job.jar [--option value]...

        %s
        Each option but those with a * may also stand in the environment, as in %s.
        """
        .formatted(JobConfig.OPTIONS.help(), JobConfig.OPTIONS.variable("bootstrap-servers"));
  }
}
