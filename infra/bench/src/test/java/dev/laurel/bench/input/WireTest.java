package dev.laurel.bench.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.laurel.local.home.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class WireTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Input INPUT = new Input(Shape.ZIPF, 1_000, 1_000_000, 100, true, 7);

  @Test
  void eventsAreAsTheirTopicsContractSays() throws IOException {
    JsonSchema contract = contract("player-events");
    Unlocks unlocks = new Unlocks(INPUT);

    for (long index = 0; index < INPUT.events(); index++) {
      Unlock unlock = unlocks.at(index);
      assertThat(contract.validate(JSON.readTree(Wire.json(unlock)))).isEmpty();
      assertThat(contract.validate(JSON.readTree(Wire.profile(unlock.player())))).isEmpty();
    }
  }

  @Test
  void definitionsAreAsTheirTopicsContractSays() throws IOException {
    JsonSchema contract = contract("catalog");

    for (Wire.Definition definition : CatalogLines.all()) {
      assertThat(contract.validate(JSON.readTree(definition.json()))).isEmpty();
    }
    assertThat(CatalogLines.all()).hasSize(Input.MOST_GAMES * (1 + Input.ACHIEVEMENTS));
  }

  @Test
  void anEventHasAbout167Bytes() {
    Unlocks unlocks = new Unlocks(INPUT);

    double bytes =
        LongStream.range(0, 1_000)
            .mapToInt(at -> Wire.json(unlocks.at(at)).length)
            .average()
            .orElse(0);

    assertThat(bytes).isCloseTo(167, within(2.0));
  }

  private static JsonSchema contract(String topic) throws IOException {
    var topics = Installation.current().topics();
    String events = Files.readString(topics.resolve("player-events.json"));
    return JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder ->
                builder.schemaLoaders(
                    loaders -> loaders.schemas(Map.of("urn:laurel:topic:player-events", events))))
        .getSchema(Files.readString(topics.resolve(topic + ".json")));
  }
}
