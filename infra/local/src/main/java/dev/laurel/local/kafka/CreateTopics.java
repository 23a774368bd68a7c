package dev.laurel.local.kafka;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;

/** Makes the topics that are missing, and configures those that exist as their contracts say. */
public final class CreateTopics {

  private CreateTopics() {}

  /** Makes or configures each topic; the partitions of one that exists stay as they are. */
  public static void of(List<TopicContract> contracts, String bootstrapServers)
      throws IOException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      Set<String> existing = admin.listTopics().names().get();
      List<NewTopic> missing =
          contracts.stream()
              .filter(contract -> !existing.contains(contract.name()))
              .map(TopicContract::topic)
              .toList();
      admin.createTopics(missing).all().get();
      AwaitLeaders.of(missing, admin);
      admin
          .incrementalAlterConfigs(
              contracts.stream()
                  .collect(Collectors.toMap(CreateTopics::resource, CreateTopics::settings)))
          .all()
          .get();
    } catch (ExecutionException refused) {
      throw new IOException(
          "the topics cannot be made: " + refused.getCause().getMessage(), refused);
    }
  }

  private static ConfigResource resource(TopicContract contract) {
    return new ConfigResource(ConfigResource.Type.TOPIC, contract.name());
  }

  private static Collection<AlterConfigOp> settings(TopicContract contract) {
    return contract.config().entrySet().stream()
        .map(setting -> new ConfigEntry(setting.getKey(), setting.getValue()))
        .map(setting -> new AlterConfigOp(setting, AlterConfigOp.OpType.SET))
        .toList();
  }
}
