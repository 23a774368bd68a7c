package dev.laurel.local.kafka;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** A topic of events for a while: deleted when it is closed. */
public record EventTopic(String name, String bootstrapServers) implements AutoCloseable {

  /** Makes a topic with as many partitions and replicas as another has. */
  public static EventTopic make(String name, String like, String bootstrapServers)
      throws IOException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      int partitions =
          admin.describeTopics(List.of(like)).allTopicNames().get().get(like).partitions().size();
      NewTopic made =
          new NewTopic(name, Optional.of(partitions), Optional.empty())
              .configs(Map.of("retention.ms", "-1"));
      admin.createTopics(List.of(made)).all().get();
      AwaitLeaders.of(name, partitions, admin);
    } catch (ExecutionException refused) {
      throw new IOException(
          "topic %s cannot be made: %s".formatted(name, refused.getCause().getMessage()), refused);
    }
    return new EventTopic(name, bootstrapServers);
  }

  @Override
  public void close() throws IOException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      admin.deleteTopics(List.of(name)).all().get();
    } catch (ExecutionException refused) {
      throw new IOException(
          "topic %s cannot be deleted: %s".formatted(name, refused.getCause().getMessage()),
          refused);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
