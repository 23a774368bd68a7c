package dev.laurel.serving;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** An option of the service: its name, what it is without being given, and what it means. */
enum ServingOption {
  BOOTSTRAP_SERVERS("localhost:9092", "Kafka brokers: host:port, comma-separated"),
  JDBC_URL("jdbc:postgresql://localhost:5433/laurel", "PostgreSQL, as a JDBC address"),
  JDBC_USER("laurel_api", "role in PostgreSQL"),
  JDBC_PASSWORD("", "its password; empty for none"),
  REPLICA_JDBC_URL(
      "",
      "where boards are read below their tops: a JDBC address, as jdbc:postgresql://copy:5432,main:5432/laurel?targetServerType=preferSecondary; empty: as the rest"),
  HOST("0.0.0.0", "address to listen on"),
  PORT("8080", "port to listen on; 0 for any free one"),
  POOL_SIZE(
      "10",
      "most connections of each pool: one for places of all-time boards, one for the rest, one for the copy"),
  RANK_CHANGES_TOPIC("rank-changes", "topic with the rank changes"),
  JWKS(
      "",
      "keys that sign tokens: a JWKS file or an http(s) address; empty: no token can be verified"),
  JWT_ISSUER("laurel", "issuer that tokens must name"),
  JWT_AUDIENCE("laurel", "audience that tokens must name"),
  BOARD_TOKEN(
      "required", "whether watching boards over the WebSocket needs a token: required or optional"),
  ALLOWED_ORIGINS("*", "other origins whose pages may call, comma-separated; * for all"),
  SLOW_CLIENT_TIMEOUT("PT30S", "a WebSocket client that takes nothing for so long is cut"),
  MAX_CONNECTIONS("10000", "most connections at once, WebSockets included"),
  KEEP_PARTITIONS_EVERY(
      "PT1H", "how often partitions are made ahead and what is no longer kept is let go"),
  KEEP_RANKS_EVERY("PT30S", "how often the ranges by which ranks are counted are looked after"),
  RECORD_RANKS_EVERY("PT1M", "how often it is looked whether ranks are to be recorded"),
  MAX_REQUESTS("1024", "most requests worked on at once; more are answered 503");

  private final String defaultValue;
  private final String meaning;

  ServingOption(String defaultValue, String meaning) {
    this.defaultValue = defaultValue;
    this.meaning = meaning;
  }

  /** As given in arguments and files. */
  String option() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String defaultValue() {
    return defaultValue;
  }

  static Optional<ServingOption> named(String option) {
    return Arrays.stream(values()).filter(known -> known.option().equals(option)).findFirst();
  }

  static String help() {
    StringBuilder help =
        new StringBuilder(
            """
            Answers queries about boards and pushes rank changes.

            Every option may stand in a properties file (--config FILE), in the environment
            (LAUREL_SERVING_<OPTION_IN_UPPER_SNAKE>) or in the arguments (--option value, --option=value);
            the latter wins. Durations are like PT30S.

            """);
    for (ServingOption option : values()) {
      help.append(
          "  --%-22s %s (%s)%n".formatted(option.option(), option.meaning, option.shownDefault()));
    }
    return help.append(
            "  --kafka.NAME             property NAME of the Kafka consumer, passed through\n")
        .append(
            "  --postgres.NAME          property NAME of the PostgreSQL driver, passed through\n")
        .append("  --config FILE            properties file with any of these\n")
        .append("  --help                   this text\n")
        .toString();
  }

  private String shownDefault() {
    return defaultValue.isEmpty() ? "empty" : defaultValue;
  }
}
