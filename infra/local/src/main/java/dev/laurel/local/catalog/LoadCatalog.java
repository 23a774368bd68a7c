package dev.laurel.local.catalog;

import dev.laurel.local.kafka.ReadTopic;
import dev.laurel.local.kafka.RecordSender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Publishes definitions and waits until the job has applied them, which the table catalog_history
 * shows.
 */
public record LoadCatalog(String bootstrapServers, String jdbcUrl) {

  private static final String TOPIC = "catalog";
  private static final Duration APPLIED_WITHIN = Duration.ofSeconds(60);

  /** Publishes every definition as a new version, and returns once all of them are applied. */
  public void load(List<Definition> definitions) throws IOException, InterruptedException {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    List<Long> offsets = new ArrayList<>();
    try (RecordSender sender = new RecordSender(bootstrapServers)) {
      for (Definition each : definitions) {
        sent.add(sender.send(TOPIC, Optional.of(utf8(each.key())), utf8(each.json())));
      }
      sender.flush();
    }
    for (Future<RecordMetadata> each : sent) {
      offsets.add(RecordSender.offset(each));
    }
    awaitApplied(offsets);
  }

  /**
   * Publishes those definitions of which the topic holds no version, and returns how many that
   * were.
   */
  public int loadMissing(List<Definition> definitions) throws IOException, InterruptedException {
    Set<String> known = new HashSet<>();
    new ReadTopic(bootstrapServers, TOPIC)
        .read(Optional.empty(), version -> keyOf(version).ifPresent(known::add));
    List<Definition> missing =
        definitions.stream().filter(each -> !known.contains(each.key())).toList();
    if (!missing.isEmpty()) {
      load(missing);
    }
    return missing.size();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Optional<String> keyOf(ConsumerRecord<byte[], byte[]> version) {
    return Optional.ofNullable(version.key()).map(key -> new String(key, StandardCharsets.UTF_8));
  }

  private void awaitApplied(List<Long> offsets) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + APPLIED_WITHIN.toNanos();
    Properties user = new Properties();
    user.setProperty("user", "laurel_api");
    try (Connection connection = DriverManager.getConnection(jdbcUrl, user)) {
      while (applied(connection, offsets) < offsets.size()) {
        if (System.nanoTime() > deadline) {
          throw new IOException(
              "%d definitions are published, but the job has not applied all of them within %d s; does it run?"
                  .formatted(offsets.size(), APPLIED_WITHIN.toSeconds()));
        }
        TimeUnit.MILLISECONDS.sleep(50);
      }
    } catch (SQLException failed) {
      throw new IOException(
          "%s cannot be asked whether the job has applied the catalog: %s"
              .formatted(jdbcUrl, failed.getMessage()),
          failed);
    }
  }

  private static int applied(Connection connection, List<Long> offsets) throws SQLException {
    try (var query =
        connection.prepareStatement(
            "select count(*) from laurel.catalog_history where log_offset = any(?)")) {
      query.setArray(1, connection.createArrayOf("bigint", offsets.toArray()));
      try (var row = query.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}
