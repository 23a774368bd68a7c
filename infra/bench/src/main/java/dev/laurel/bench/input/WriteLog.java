package dev.laurel.bench.input;

import dev.laurel.bench.contender.OutputTopics;
import dev.laurel.local.kafka.AwaitLeaders;
import dev.laurel.local.kafka.RecordSender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Writes logs to the broker, each once: a log that is there wholly is left as it is. */
public record WriteLog(String bootstrapServers) {

  /** Partitions of every log. */
  public static final int PARTITIONS = 12;

  private static final Map<String, String> FOR_EVER =
      Map.of("retention.ms", "-1", "message.timestamp.type", "LogAppendTime");

  /**
   * Writes a log, and the catalog, unless they are there.
   *
   * @return records of the log, profiles included
   */
  public long write(Input input) throws IOException, InterruptedException {
    if (length(CatalogLines.TOPIC).isEmpty()) {
      create(CatalogLines.TOPIC, 1);
      writeCatalog();
    }
    String finished = input.eventsTopic() + "-finished";
    if (length(finished).isEmpty()) {
      delete(input.eventsTopic());
      create(input.eventsTopic(), PARTITIONS);
      long unused = append(input.eventsTopic(), input);
      create(finished, 1);
    }
    return length(input.eventsTopic()).orElse(0L);
  }

  /** Makes the topics for what a run writes. */
  public void create(OutputTopics outputs) throws IOException, InterruptedException {
    for (String topic : outputs.all()) {
      create(topic, 6);
    }
  }

  /** Deletes what a run has written. */
  public void delete(OutputTopics outputs) throws IOException, InterruptedException {
    for (String topic : outputs.all()) {
      delete(topic);
    }
  }

  /** Makes a topic for events that are yet to come. */
  public void createEvents(String topic) throws IOException, InterruptedException {
    create(topic, PARTITIONS);
  }

  /** Deletes a topic if it is there. */
  public void delete(String topic) throws IOException, InterruptedException {
    if (length(topic).isEmpty()) {
      return;
    }
    try (Admin admin = admin()) {
      admin.deleteTopics(List.of(topic)).all().get();
    } catch (ExecutionException refused) {
      throw new IOException(
          "topic %s cannot be deleted: %s".formatted(topic, refused.getMessage()), refused);
    }
  }

  private void writeCatalog() throws IOException {
    try (RecordSender sender = new RecordSender(bootstrapServers)) {
      for (Wire.Definition each : CatalogLines.all()) {
        send(sender, CatalogLines.TOPIC, each.key(), each.json().getBytes(StandardCharsets.UTF_8));
      }
      sender.flush();
    }
  }

  /** Appends the records of a log to a topic; how many they are. */
  public long append(String topic, Input input) throws IOException {
    Messages messages = new Messages(input);
    long records = 0;
    try (RecordSender sender = new RecordSender(bootstrapServers)) {
      while (messages.advance()) {
        send(sender, topic, messages.player(), messages.json());
        records++;
      }
      sender.flush();
    }
    return records;
  }

  static void send(RecordSender sender, String topic, String key, byte[] value) throws IOException {
    // The returned future is the sender's: it fails at the next record or the flush.
    var unused = sender.send(topic, Optional.of(key.getBytes(StandardCharsets.UTF_8)), value);
  }

  private void create(String topic, int partitions) throws IOException, InterruptedException {
    try (Admin admin = admin()) {
      NewTopic made = new NewTopic(topic, partitions, (short) 1).configs(FOR_EVER);
      admin.createTopics(List.of(made)).all().get();
      AwaitLeaders.of(List.of(made), admin);
    } catch (ExecutionException refused) {
      throw new IOException(
          "topic %s cannot be made: %s".formatted(topic, refused.getMessage()), refused);
    }
  }

  /** Records of a topic; empty if there is no such topic. */
  private Optional<Long> length(String topic) throws IOException, InterruptedException {
    try (Admin admin = admin()) {
      if (!admin.listTopics().names().get().contains(topic)) {
        return Optional.empty();
      }
      int partitions =
          admin.describeTopics(Set.of(topic)).allTopicNames().get().get(topic).partitions().size();
      var ends =
          admin.listOffsets(
              IntStream.range(0, partitions)
                  .mapToObj(each -> new TopicPartition(topic, each))
                  .collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest())));
      return Optional.of(ends.all().get().values().stream().mapToLong(end -> end.offset()).sum());
    } catch (ExecutionException away) {
      throw new IOException(
          "topic %s cannot be looked at: %s".formatted(topic, away.getMessage()), away);
    }
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
  }
}
