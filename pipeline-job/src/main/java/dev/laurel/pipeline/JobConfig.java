package dev.laurel.pipeline;

import dev.laurel.pipeline.board.BoardPlan;
import dev.laurel.pipeline.board.Period;
import dev.laurel.pipeline.ledger.LedgerConfig;
import dev.laurel.pipeline.ledger.TableGroup;
import dev.laurel.pipeline.suspicion.Thresholds;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the job can be told, all of it. The cluster's own configuration (parallelism, checkpoints,
 * state) is Flink's affair.
 *
 * @param suspicion from where on players look suspect; empty if nobody does
 * @param kafkaProperties options {@code kafka.*}, without the prefix: properties of every Kafka
 *     client
 * @param tables which tables are written
 * @param backfill whether it reads the logs to the ends they have at the start, writes the tables
 *     only, and ends
 * @param postgresProperties options {@code postgres.*}, without the prefix: properties of the
 *     PostgreSQL driver
 */
public record JobConfig(
    String bootstrapServers,
    String playerEventsTopic,
    String catalogTopic,
    String rankChangesTopic,
    String deadLettersTopic,
    String jdbcUrl,
    String jdbcUser,
    String jdbcPassword,
    LedgerConfig ledger,
    Duration publishEvery,
    Duration flushEvery,
    Duration statisticsEvery,
    Duration partitionDrift,
    int mostUnsentRows,
    Optional<Thresholds> suspicion,
    String anomaliesTopic,
    Set<TableGroup> tables,
    boolean backfill,
    Map<String, String> kafkaProperties,
    Map<String, String> postgresProperties) {

  /** So many may leave a top before it has to be collected again. */
  private static final int RESERVE = 100;

  /** About 3 ms of a scan. */
  private static final int PLAYERS_PER_SLICE = 1_000;

  /** Nobody watches a backfill: boards are published when it ends. */
  private static final Duration AT_THE_END = Duration.ofDays(36_500);

  /** The more rows gather in a backfill the fewer are written, as each is written as it is then. */
  private static final Duration BACKFILL_GATHERS = Duration.ofSeconds(20);

  private static final Duration BACKFILL_TICK = Duration.ofSeconds(1);

  private static final Duration GREATEST_DRIFT = Duration.ofDays(36_500);

  private static final Pattern SCOPES = Pattern.compile("global|game");
  private static final Pattern REGIONS = Pattern.compile("everyone|each|[A-Za-z0-9-]{2,10}");
  private static final List<String> TABLES =
      Arrays.stream(TableGroup.values()).map(TableGroup::label).toList();
  private static final Pattern PERIODS = Pattern.compile("all-time|daily|weekly|monthly");

  static final Options OPTIONS =
      new Options("LAUREL_PIPELINE_", "kafka.", "postgres.")
          .text(
              "bootstrap-servers",
              "localhost:9092",
              "Kafka brokers, host:port, separated by commas")
          .text("player-events-topic", "player-events", "topic of events, read from its beginning")
          .text(
              "catalog-topic",
              "catalog",
              "topic of definitions, one partition, read from its beginning")
          .text("rank-changes-topic", "rank-changes", "topic that gets the changes of tops")
          .text("dead-letters-topic", "dead-letters", "topic that gets what does not count")
          .text(
              "jdbc-url",
              "jdbc:postgresql://localhost:5433/laurel",
              "database with the schema laurel")
          .text("jdbc-user", "laurel_job", "role to write as")
          .secret("jdbc-password", "its password")
          .number("top-size", 100, 1, 1_000, "entries of a top")
          .list("scopes", "global,game", "boards of all games, of each game", SCOPES)
          .list(
              "regions",
              "everyone,each",
              "boards of everyone, of each region that profiles name, or of regions by name",
              REGIONS)
          .list("periods", "all-time,daily,weekly,monthly", "periods of boards, in UTC", PERIODS)
          .list(
              "tables",
              String.join(",", TABLES),
              "tables that are written: of tops and finals; of players, their scores and regions;"
                  + " of events that scored; of achievements, days and months. The API needs them all,"
                  + " and retention goes by the last",
              Pattern.compile(String.join("|", TABLES)))
          .number(
              "held-scopes",
              100_000,
              1,
              100_000_000,
              "open scopes of players' books that fit on the heap of a task, 400 bytes each")
          .number(
              "unsaved-books",
              2_000,
              1,
              10_000_000,
              "books on the heap of a task that a checkpoint has to save, at most")
          .number(
              "held-closed-standings",
              200_000,
              0,
              100_000_000,
              "standings of closed boards on the heap of a task, 150 bytes each and a board three times"
                  + " as much")
          .duration(
              "publish-every", "PT0.1S", "least time between two publications of a board's top")
          .duration(
              "flush-every", "PT0.2S", "how long rows gather before they are written to PostgreSQL")
          .duration(
              "statistics-every",
              "PT3S",
              "how long rows of statistics, and tops, gather before they are written to PostgreSQL")
          .number(
              "most-unsent-rows",
              100_000,
              1_000,
              10_000_000,
              "rows a table and task may hold while PostgreSQL is away; half of them are written before"
                  + " their time")
          .duration(
              "partition-drift",
              "PT0S",
              Duration.ZERO,
              GREATEST_DRIFT,
              "how far ahead of the others a partition may be read, in event time, unlimited if PT0S:"
                  + " boards stay on the heap until all partitions have passed their end. For a log of"
                  + " years only: one partition with nothing but old events makes the others wait")
          .onOrOff(
              "backfill",
              "off",
              "read the logs to the ends they have at the start, write the tables only, and end;"
                  + " publish-every, flush-every and statistics-every say nothing then")
          .and(SuspicionOptions::addTo);

  /**
   * Reads the options: from the file that {@code --config} names, over that from the environment,
   * over that from the arguments.
   *
   * @throws InvalidOptionsException naming every fault
   */
  static JobConfig read(String[] arguments, Map<String, String> environment)
      throws InvalidOptionsException {
    Options.Values values = OPTIONS.read(arguments, environment);
    Set<TableGroup> tables =
        values.list("tables").stream().map(TableGroup::labelled).collect(Collectors.toSet());
    Optional<Thresholds> suspicion = SuspicionOptions.thresholds(values);
    boolean backfill = values.isOn("backfill");
    Duration publishEvery = backfill ? AT_THE_END : values.duration("publish-every");
    return new JobConfig(
        values.text("bootstrap-servers"),
        values.text("player-events-topic"),
        values.text("catalog-topic"),
        values.text("rank-changes-topic"),
        values.text("dead-letters-topic"),
        values.text("jdbc-url"),
        values.text("jdbc-user"),
        values.text("jdbc-password"),
        ledger(
            values,
            backfill ? BACKFILL_TICK : publishEvery.dividedBy(2),
            toldOf(tables, suspicion.isPresent())),
        publishEvery,
        backfill ? BACKFILL_GATHERS : values.duration("flush-every"),
        backfill ? BACKFILL_GATHERS : values.duration("statistics-every"),
        values.duration("partition-drift"),
        values.number("most-unsent-rows"),
        suspicion,
        values.text("anomalies-topic"),
        tables,
        backfill,
        values.withPrefix("kafka."),
        values.withPrefix("postgres."));
  }

  /** Those who look for what is suspect look at every event that scored. */
  private static Set<TableGroup> toldOf(Set<TableGroup> tables, boolean suspects) {
    Set<TableGroup> told = EnumSet.copyOf(tables);
    if (suspects) {
      told.add(TableGroup.EVENTS);
    }
    return told;
  }

  private static LedgerConfig ledger(Options.Values values, Duration tick, Set<TableGroup> tells) {
    return new LedgerConfig(
        new BoardPlan(
            values.list("scopes"),
            values.list("regions"),
            values.list("periods").stream()
                .map(label -> Period.labelled(label).orElseThrow())
                .collect(Collectors.toSet()),
            values.number("top-size")),
        RESERVE,
        tick,
        values.number("held-scopes"),
        values.number("unsaved-books"),
        values.number("held-closed-standings"),
        PLAYERS_PER_SLICE,
        tells);
  }

  /** Without what may hold passwords. */
  @Override
  public String toString() {
    return "job at %s and %s, top size %d"
        .formatted(bootstrapServers, jdbcUrl.replaceFirst("\\?.*", ""), ledger.plan().topSize());
  }
}
