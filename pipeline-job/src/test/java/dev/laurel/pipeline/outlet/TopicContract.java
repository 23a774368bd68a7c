package dev.laurel.pipeline.outlet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The contract of a topic, as the file of its name in {@code infra/topics} states it. */
final class TopicContract {
  private static final Path TOPICS = Path.of("..", "infra", "topics");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JsonSchema schema;

  TopicContract(String topic) throws IOException {
    Map<String, String> byId = new HashMap<>();
    try (Stream<Path> files = Files.list(TOPICS)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
        String text = Files.readString(file);
        byId.put(JSON.readTree(text).get("$id").asText(), text);
      }
    }
    schema =
        JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders -> loaders.schemas(byId)))
            .getSchema(
                byId.get("urn:laurel:topic:" + topic),
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
  }

  /** What is wrong with a record, as far as the contract can tell. */
  List<String> faults(String json) {
    return schema.validate(json, InputFormat.JSON).stream()
        .map(ValidationMessage::toString)
        .toList();
  }

  List<String> faults(JsonNode json) {
    return faults(json.toString());
  }
}
