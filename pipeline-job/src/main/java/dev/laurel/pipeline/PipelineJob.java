package dev.laurel.pipeline;

import dev.laurel.pipeline.outlet.Brokers;
import dev.laurel.pipeline.outlet.Database;
import dev.laurel.pipeline.outlet.PostgresTables;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Laurel's job, as it is submitted to a Flink cluster: its options, Kafka and PostgreSQL around the
 * {@link Topology}.
 */
public final class PipelineJob {
  private static final String NAME = "laurel";

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
    connect(config, env);
    env.execute(NAME);
  }

  /** Connects the topology to Kafka and PostgreSQL, which need not be there yet. */
  static void connect(JobConfig config, StreamExecutionEnvironment env) {
    env.configure(ClusterDefaults.missingFrom(env.getConfiguration()));
    var brokers = new Brokers(config.bootstrapServers(), config.kafkaProperties());
    new Topology(config.ledger(), config.publishEvery(), config.suspicion())
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
            database, config.flushEvery(), config.statisticsEvery(), config.mostUnsentRows());
    return new Outlets(
        tables.catalogHistory(),
        tables.players(),
        tables.playerScores(),
        tables.scoreEvents(),
        tables.playerAchievements(),
        tables.playerPeriods(),
        tables.periodFigures(),
        tables.leaderboardTops(),
        tables.leaderboardFinals(),
        changes ->
            changes
                .sinkTo(brokers.rankChanges(config.rankChangesTopic()))
                .name("rank changes")
                .uid("rank-changes"),
        letters ->
            letters
                .sinkTo(brokers.deadLetters(config.deadLettersTopic()))
                .name("dead letters")
                .uid("dead-letters"),
        flags -> {
          tables.playerFlags().accept(flags);
          flags
              .sinkTo(brokers.anomalies(config.anomaliesTopic()))
              .name("anomalies")
              .uid("anomalies");
        });
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
