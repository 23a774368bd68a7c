package dev.laurel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.laurel.pipeline.ledger.TableGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobConfigTest {
  private static final Map<String, String> NO_ENVIRONMENT = Map.of();

  @TempDir private Path folder;

  @Test
  void isWhatAStackOnOneMachineNeedsUnlessTold() throws Exception {
    JobConfig config = JobConfig.read(new String[0], NO_ENVIRONMENT);

    assertThat(config.bootstrapServers()).isEqualTo("localhost:9092");
    assertThat(config.playerEventsTopic()).isEqualTo("player-events");
    assertThat(config.catalogTopic()).isEqualTo("catalog");
    assertThat(config.rankChangesTopic()).isEqualTo("rank-changes");
    assertThat(config.deadLettersTopic()).isEqualTo("dead-letters");
    assertThat(config.jdbcUser()).isEqualTo("laurel_job");
    assertThat(config.jdbcPassword()).isEmpty();
    assertThat(config.ledger().plan().topSize()).isEqualTo(100);
    assertThat(config.publishEvery()).isEqualTo(Duration.ofMillis(100));
    assertThat(config.flushEvery()).isEqualTo(Duration.ofMillis(200));
    assertThat(config.mostUnsentRows()).isEqualTo(100_000);
    assertThat(config.partitionDrift()).isZero();
  }

  @Test
  void argumentsWinOverTheEnvironmentAndThatOverTheFile() throws Exception {
    Path file = write("top-size=1\njdbc-user=from-file\ncatalog-topic=from-file\n");
    Map<String, String> environment =
        Map.of("LAUREL_PIPELINE_TOP_SIZE", "2", "LAUREL_PIPELINE_JDBC_USER", "from-environment");

    JobConfig config = JobConfig.read(given("--config", file, "--top-size=3"), environment);

    assertThat(config.ledger().plan().topSize()).isEqualTo(3);
    assertThat(config.jdbcUser()).isEqualTo("from-environment");
    assertThat(config.catalogTopic()).isEqualTo("from-file");
  }

  @Test
  void everyFaultIsNamedAtOnceALineEach() throws Exception {
    Path file = write("publish-every=soon\nspeed=9\n");
    Map<String, String> environment = Map.of("LAUREL_PIPELINE_MOST_UNSENT_ROWS", "999");

    InvalidOptionsException invalid =
        faults(
            environment,
            given("--config", file, "--top-size", "0", "--jdbc-url", " ", "now", "--jdbc-user"));

    assertThat(invalid.getMessage().lines())
        .containsExactlyInAnyOrder(
            "--publish-every is 'soon', expected a duration of at least PT0.002S, as in PT0.5S or PT1M",
            "--speed is not an option: --help lists them all",
            "--most-unsent-rows is '999', expected a whole number from 1000 to 10000000",
            "--top-size is '0', expected a whole number from 1 to 1000",
            "--jdbc-url is ' ', expected a text that is not empty",
            "'now' stands alone, expected --option value",
            "--jdbc-user has no value");
  }

  @Test
  void numbersAndDurationsAreTakenUpToTheirBounds() throws Exception {
    assertThat(
            JobConfig.read(given("--top-size", "1000"), NO_ENVIRONMENT).ledger().plan().topSize())
        .isEqualTo(1_000);
    assertThat(JobConfig.read(given("--publish-every", "PT0.002S"), NO_ENVIRONMENT).publishEvery())
        .isEqualTo(Duration.ofMillis(2));
    assertThat(faults(NO_ENVIRONMENT, "--top-size", "1001")).hasMessageContaining("--top-size");
    assertThat(faults(NO_ENVIRONMENT, "--top-size", "ten")).hasMessageContaining("'ten'");
    assertThat(faults(NO_ENVIRONMENT, "--publish-every", "PT0.001S"))
        .hasMessageContaining("PT0.001S");
  }

  @Test
  void whatIsToldIsWhatTablesAndThoseWhoSuspectNeed() throws Exception {
    JobConfig boards = JobConfig.read(given("--tables", "boards"), NO_ENVIRONMENT);
    JobConfig trusting =
        JobConfig.read(given("--tables", "players", "--suspicion", "off"), NO_ENVIRONMENT);

    assertThat(boards.tables()).containsExactly(TableGroup.BOARDS);
    assertThat(boards.ledger().tells())
        .containsExactlyInAnyOrder(TableGroup.BOARDS, TableGroup.EVENTS);
    assertThat(trusting.ledger().tells()).containsExactly(TableGroup.PLAYERS);
    assertThat(faults(NO_ENVIRONMENT, "--tables", "games"))
        .hasMessage(
            "--tables is 'games', expected a list, separated by commas, of boards, players, events,"
                + " statistics");
  }

  @Test
  void aFileThatCannotBeReadIsAFault() {
    Path absent = folder.resolve("absent.properties");

    assertThat(faults(NO_ENVIRONMENT, given("--config", absent)))
        .hasMessageStartingWith("--config is '" + absent + "', expected a properties file");
  }

  @Test
  void propertiesOfKafkaAndPostgresPassThroughWithoutTheirPrefix() throws Exception {
    Path file = write("kafka.security.protocol=SSL\npostgres.sslmode=require\n");

    JobConfig config =
        JobConfig.read(
            given("--config", file, "--kafka.max.request.size=5", "--postgres.sslmode", "prefer"),
            NO_ENVIRONMENT);

    assertThat(config.kafkaProperties())
        .containsExactly(Map.entry("max.request.size", "5"), Map.entry("security.protocol", "SSL"));
    assertThat(config.postgresProperties()).containsExactly(Map.entry("sslmode", "prefer"));
  }

  @Test
  void secretsAreNeverShown() throws Exception {
    String secret = "open-sesame";
    JobConfig config =
        JobConfig.read(
            given(
                "--jdbc-url=jdbc:postgresql://localhost/laurel?password=" + secret,
                "--jdbc-password=" + secret,
                "--kafka.sasl.jaas.config=" + secret,
                "--postgres.sslpassword=" + secret),
            NO_ENVIRONMENT);

    InvalidOptionsException invalid =
        faults(NO_ENVIRONMENT, "--jdbc-password", secret, "--jdbc-pasword", secret);

    assertThat(config.toString()).doesNotContain(secret);
    assertThat(config.jdbcPassword()).isEqualTo(secret);
    assertThat(invalid.getMessage())
        .isEqualTo("--jdbc-pasword is not an option: --help lists them all");
  }

  @Test
  void helpNamesEveryOptionWithItsDefault() {
    String help = JobConfig.OPTIONS.help();

    assertThat(help)
        .contains("--bootstrap-servers", "--player-events-topic", "--catalog-topic")
        .contains("--rank-changes-topic", "--dead-letters-topic", "--jdbc-url", "--jdbc-user")
        .contains("--jdbc-password", "--top-size", "--publish-every", "--flush-every")
        .contains("--statistics-every", "--backfill", "--tables", "--partition-drift")
        .contains("--most-unsent-rows", "--kafka.*", "--postgres.*", "--config FILE")
        .contains("(100)", "(PT0.1S)", "(laurel_job)");
    assertThat(help.lines()).hasSize(35);
    assertThat(help.lines()).allMatch(line -> line.startsWith("  --"));
  }

  @Test
  void anOptionStandsInTheEnvironmentInCapitals() {
    assertThat(JobConfig.OPTIONS.variable("most-unsent-rows"))
        .isEqualTo("LAUREL_PIPELINE_MOST_UNSENT_ROWS");
  }

  private Path write(String properties) throws IOException {
    return Files.writeString(folder.resolve("job.properties"), properties);
  }

  private static String[] given(Object... arguments) {
    return Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
  }

  private static InvalidOptionsException faults(
      Map<String, String> environment, String... arguments) {
    return catchThrowableOfType(
        InvalidOptionsException.class, () -> JobConfig.read(arguments, environment));
  }
}
