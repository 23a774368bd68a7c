package dev.laurel.local.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;

/** What the contract of a topic says about how it is made. */
public record TopicContract(String name, int partitions, Map<String, String> config) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The contracts of every topic, a file each in {@code folder}. */
  public static List<TopicContract> in(Path folder) throws IOException {
    List<TopicContract> contracts = new ArrayList<>();
    try (var files = Files.newDirectoryStream(folder, "*.json")) {
      for (Path file : files) {
        contracts.add(read(file));
      }
    }
    return contracts;
  }

  /** The topic to make, with one replica: a stack has one broker. */
  public NewTopic topic() {
    return new NewTopic(name, partitions, (short) 1).configs(config);
  }

  private static TopicContract read(Path file) throws IOException {
    JsonNode contract = JSON.readTree(file.toFile());
    JsonNode topic = contract.path("x-topic");
    if (!contract.path("title").isTextual() || !topic.path("partitions").canConvertToInt()) {
      throw new IOException(
          "%s is no contract of a topic: expected title and x-topic.partitions".formatted(file));
    }
    Map<String, String> config = new TreeMap<>();
    topic
        .path("config")
        .properties()
        .forEach(setting -> config.put(setting.getKey(), setting.getValue().asText()));
    return new TopicContract(
        contract.path("title").asText(), topic.path("partitions").asInt(), config);
  }
}
