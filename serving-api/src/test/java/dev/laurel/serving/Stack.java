package dev.laurel.serving;

import static org.awaitility.Awaitility.await;

import dev.laurel.schema.LaurelDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The real processes that the module's tests share: PostgreSQL, Kafka and one running service.
 * Started once.
 */
final class Stack {

  static final String TOPIC = "rank-changes";
  private static final Stack SHARED = new Stack();

  private final LaurelDatabase database;
  private final TestBroker broker;
  private final TestKeys keys = TestKeys.generate("first");
  private final RunningService service;
  private final HttpClient client = HttpClient.newHttpClient();

  private Stack() {
    try {
      database = LaurelDatabase.start();
      broker = TestBroker.start();
      broker.createTopic(TOPIC, 3);
      execute(Rows.game("chess", "Chess"), Rows.game("empty", "Nobody plays this"));
      service = new RunningService(config("--board-token=optional"));
      service.start();
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> get("/observe/health/ready").status() == 200);
    } catch (Exception e) {
      throw new IllegalStateException("The stack of the tests does not start", e);
    }
  }

  /** The one stack of this JVM, started when first asked for. */
  static Stack shared() {
    return SHARED;
  }

  LaurelDatabase database() {
    return database;
  }

  TestBroker broker() {
    return broker;
  }

  TestKeys keys() {
    return keys;
  }

  /** Another service over the same database and broker, on a free port. */
  ServingConfig config(String... more) throws BadConfigurationException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--bootstrap-servers=" + broker.address(),
                "--jdbc-url=" + database.url(),
                "--host=127.0.0.1",
                "--port=0",
                "--pool-size=4",
                "--jwks=" + keys.file()));
    arguments.addAll(Arrays.asList(more));
    return ServingConfig.of(arguments.toArray(String[]::new));
  }

  URI http(String path) {
    return URI.create("http://127.0.0.1:" + service.port() + path);
  }

  URI live(String query) {
    return URI.create("ws://127.0.0.1:" + service.port() + "/ws/v1/scoreboard/live" + query);
  }

  Reply get(String path, String... headers) {
    return Reply.get(client, http(path), headers);
  }

  Reply send(String method, String path, String body, String... headers) {
    return Reply.send(client, method, http(path), body, headers);
  }

  void publish(RankChangeJson change) {
    broker.send(TOPIC, change.key(), change.json());
  }

  void execute(String... statements) {
    try (Connection connection = database.connect("postgres");
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The tables could not be filled", e);
    }
  }
}
