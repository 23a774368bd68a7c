package dev.laurel.pipeline.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The contract of a topic, as the files in {@code infra/topics} write it. */
public final class TopicContract {
  private static final Path FOLDER = Path.of("..", "infra", "topics");
  private static final String NAME = "urn:laurel:topic:";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode contract;
  private final JsonSchema schema;

  private TopicContract(JsonNode contract, JsonSchema schema) {
    this.contract = contract;
    this.schema = schema;
  }

  /** The contract of that topic. */
  public static TopicContract of(String topic) throws IOException {
    Map<String, String> files = files();
    JsonSchemaFactory factory =
        JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            builder -> builder.schemaLoaders(loaders -> loaders.schemas(files)));
    return new TopicContract(
        JSON.readTree(files.get(NAME + topic)), factory.getSchema(SchemaLocation.of(NAME + topic)));
  }

  private static Map<String, String> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .collect(Collectors.toMap(TopicContract::name, TopicContract::text));
    }
  }

  private static String name(Path file) {
    return NAME + file.getFileName().toString().replace(".json", "");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file + " cannot be read", unreadable);
    }
  }

  /** Its examples, each as JSON text. */
  public List<String> examples() {
    return contract.get("examples").valueStream().map(JsonNode::toString).toList();
  }

  /** Whether its schema accepts the JSON text. */
  public boolean accepts(String json) throws IOException {
    Set<ValidationMessage> faults = schema.validate(JSON.readTree(json));
    return faults.isEmpty();
  }
}
