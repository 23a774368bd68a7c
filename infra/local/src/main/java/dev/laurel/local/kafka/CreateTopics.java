package dev.laurel.local.kafka;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Makes the topics that are missing. */
public final class CreateTopics {

  private CreateTopics() {}

  /** Makes each topic as its contract says; one that exists is left as it is. */
  public static void missing(List<TopicContract> contracts, String bootstrapServers)
      throws IOException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      Set<String> existing = admin.listTopics().names().get();
      List<NewTopic> missing =
          contracts.stream()
              .filter(contract -> !existing.contains(contract.name()))
              .map(TopicContract::topic)
              .toList();
      admin.createTopics(missing).all().get();
    } catch (ExecutionException refused) {
      throw new IOException(
          "the topics cannot be made: " + refused.getCause().getMessage(), refused);
    }
  }
}
