package dev.laurel.serving;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * All that can be set. See {@link ServingOption} for what each means.
 *
 * @param kafka properties of the consumer, the brokers among them
 * @param postgres properties of the driver
 * @param replicaJdbcUrl empty where all is read from the same database
 */
public record ServingConfig(
    Properties kafka,
    Properties postgres,
    String jdbcUrl,
    String jdbcUser,
    String jdbcPassword,
    String replicaJdbcUrl,
    String host,
    int port,
    int poolSize,
    String rankChangesTopic,
    String jwks,
    String jwtIssuer,
    String jwtAudience,
    boolean boardTokenRequired,
    Set<String> allowedOrigins,
    Duration slowClientTimeout,
    Duration keepPartitionsEvery,
    Duration keepRanksEvery,
    Duration recordRanksEvery,
    int maxConnections,
    int maxRequests) {

  /** Reads every option, and finds every fault before it complains. */
  static ServingConfig of(GivenOptions given) throws BadConfigurationException {
    Check check = new Check(given);
    Properties kafka = given.passedThrough("kafka.");
    kafka.setProperty("bootstrap.servers", check.brokers());
    ServingConfig config =
        new ServingConfig(
            kafka,
            given.passedThrough("postgres."),
            check.text(
                ServingOption.JDBC_URL,
                url -> url.startsWith("jdbc:postgresql:"),
                "jdbc:postgresql://host:port/database"),
            check.filled(ServingOption.JDBC_USER),
            given.value(ServingOption.JDBC_PASSWORD),
            check.text(
                ServingOption.REPLICA_JDBC_URL,
                url -> url.isEmpty() || url.startsWith("jdbc:postgresql:"),
                "jdbc:postgresql://host:port/database or nothing"),
            check.filled(ServingOption.HOST),
            check.number(ServingOption.PORT, 0, 65_535),
            check.number(ServingOption.POOL_SIZE, 1, 1_000),
            check.text(
                ServingOption.RANK_CHANGES_TOPIC,
                name -> name.matches("[A-Za-z0-9._-]{1,249}"),
                "the name of a topic"),
            check.text(
                ServingOption.JWKS,
                ServingConfig::isKeySet,
                "a readable file, an http(s) address or nothing"),
            check.filled(ServingOption.JWT_ISSUER),
            check.filled(ServingOption.JWT_AUDIENCE),
            check
                .text(
                    ServingOption.BOARD_TOKEN,
                    Set.of("required", "optional")::contains,
                    "required or optional")
                .equals("required"),
            check.origins(),
            check.duration(ServingOption.SLOW_CLIENT_TIMEOUT),
            check.duration(ServingOption.KEEP_PARTITIONS_EVERY),
            check.duration(ServingOption.KEEP_RANKS_EVERY),
            check.duration(ServingOption.RECORD_RANKS_EVERY),
            check.number(ServingOption.MAX_CONNECTIONS, 1, 1_000_000),
            check.number(ServingOption.MAX_REQUESTS, 1, 1_000_000));
    if (!given.faults().isEmpty()) {
      throw new BadConfigurationException(given.faults());
    }
    return config;
  }

  /** Options from arguments alone, as a program gives them. */
  static ServingConfig of(String... arguments) throws BadConfigurationException {
    return of(GivenOptions.gather(List.of(arguments), Map.of()));
  }

  private static boolean isKeySet(String jwks) {
    try {
      return jwks.isEmpty() || jwks.matches("https?://.+") || Files.isReadable(Path.of(jwks));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /**
   * Reads single options; what is wrong with one is noted, and something harmless stands for it
   * until the end.
   */
  private record Check(GivenOptions given) {

    String text(ServingOption option, Predicate<String> isGood, String expected) {
      String value = given.value(option);
      if (!isGood.test(value)) {
        given.faults().add("%s is '%s', expected %s".formatted(option.option(), value, expected));
      }
      return value;
    }

    String filled(ServingOption option) {
      return text(option, value -> !value.isBlank(), "a text that is not empty");
    }

    String brokers() {
      return text(
          ServingOption.BOOTSTRAP_SERVERS,
          value -> value.matches("[^,\\s:]+:\\d{1,5}(\\s*,\\s*[^,\\s:]+:\\d{1,5})*"),
          "host:port, comma-separated");
    }

    Set<String> origins() {
      String value =
          text(
              ServingOption.ALLOWED_ORIGINS,
              list -> Arrays.stream(list.split(",")).map(String::strip).allMatch(Check::isOrigin),
              "* or origins like https://example.com, comma-separated");
      return Arrays.stream(value.split(","))
          .map(String::strip)
          .collect(Collectors.toUnmodifiableSet());
    }

    int number(ServingOption option, int least, int greatest) {
      String value =
          text(
              option,
              text ->
                  text.matches("\\d{1,9}") && isBetween(Integer.parseInt(text), least, greatest),
              "a whole number from %d to %d".formatted(least, greatest));
      return value.matches("\\d{1,9}") ? Integer.parseInt(value) : least;
    }

    Duration duration(ServingOption option) {
      String value =
          text(
              option,
              text ->
                  parse(text).filter(duration -> duration.compareTo(Duration.ZERO) > 0).isPresent(),
              "a duration above 0 like PT30S");
      return parse(value).orElse(Duration.ZERO);
    }

    private static boolean isBetween(int number, int least, int greatest) {
      return number >= least && number <= greatest;
    }

    private static boolean isOrigin(String text) {
      return text.equals("*") || text.matches("https?://[^/\\s,]+");
    }

    private static Optional<Duration> parse(String text) {
      try {
        return Optional.of(Duration.parse(text));
      } catch (DateTimeParseException e) {
        return Optional.empty();
      }
    }
  }
}
