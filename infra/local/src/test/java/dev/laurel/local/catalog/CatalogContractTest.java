package dev.laurel.local.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.laurel.local.home.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code laurel catalog load} lets through is what the contract of the topic describes. */
final class CatalogContractTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path TOPICS = Installation.current().topics();

  private final JsonSchema schema = schema();

  static Stream<String> examples() throws IOException {
    JsonNode examples = JSON.readTree(TOPICS.resolve("catalog.json").toFile()).path("examples");
    return Stream.iterate(0, index -> index < examples.size(), index -> index + 1)
        .map(index -> examples.get(index).toString());
  }

  static Stream<String> shipped() throws IOException {
    Installation installation = Installation.current();
    return Stream.concat(
        Files.readAllLines(installation.local("catalog.jsonl")).stream(),
        Files.readAllLines(installation.local("demo-catalog.jsonl")).stream());
  }

  @ParameterizedTest
  @MethodSource({"examples", "shipped"})
  void theExamplesAndWhatShipsAreGoodToBoth(String line) throws IOException {
    assertThat(faults(line)).isEmpty();
    assertThat(schema.validate(JSON.readTree(line))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"kind\":\"season\",\"gameId\":\"chess\",\"name\":\"Chess\"}",
        "{\"kind\":\"game\",\"gameId\":\"chess\"}",
        "{\"kind\":\"game\",\"gameId\":\"global\",\"name\":\"x\"}",
        "{\"kind\":\"game\",\"gameId\":\"_none\",\"name\":\"x\"}",
        "{\"kind\":\"game\",\"gameId\":\"a b\",\"name\":\"x\"}",
        "{\"kind\":\"game\",\"gameId\":7,\"name\":\"x\"}",
        "{\"kind\":\"game\",\"gameId\":\"chess\",\"name\":\"\"}",
        "{\"kind\":\"game\",\"gameId\":\"chess\",\"name\":\"x\",\"active\":\"yes\"}",
        "{\"kind\":\"game\",\"gameId\":\"chess\",\"name\":\"x\",\"effectiveFrom\":\"tomorrow\"}",
        "{\"kind\":\"game\",\"gameId\":\"chess\",\"name\":\"x\",\"effectiveFrom\":\"3000-01-01T00:00:00Z\"}",
        "{\"kind\":\"game\",\"gameId\":\"chess\",\"name\":\"x\",\"imageUrl\":\"\"}",
        "{\"kind\":\"achievement\",\"gameId\":\"chess\",\"name\":\"x\",\"points\":1}",
        "{\"kind\":\"achievement\",\"gameId\":\"chess\",\"achievementId\":\"a\",\"name\":\"x\"}",
        "{\"kind\":\"achievement\",\"gameId\":\"chess\",\"achievementId\":\"a\",\"name\":\"x\",\"points\":1,\"repeatable\":1}",
        "{\"kind\":\"action\",\"actionType\":\"A\",\"points\":1.5}",
        "{\"kind\":\"action\",\"actionType\":\"A\",\"points\":1000000001}",
        "{\"kind\":\"action\",\"actionType\":\"A\",\"points\":99999999999999999999}",
        "{\"kind\":\"action\",\"actionType\":\"A\",\"points\":1,\"maxPoints\":2}",
        "{\"kind\":\"action\",\"actionType\":\"A\",\"points\":1,\"minPoints\":0}",
        "{\"kind\":\"action\",\"actionType\":\"A\",\"minPoints\":1}",
        "{\"kind\":\"action\",\"actionType\":\"A\",\"points\":1,\"writer\":\"admin\"}",
        "{\"kind\":\"action\",\"actionType\":\"A\",\"points\":1,\"maxPerDay\":0}"
      })
  void whatTheContractRefusesIsRefused(String line) throws IOException {
    assertThat(schema.validate(JSON.readTree(line))).as("the schema").isNotEmpty();
    assertThat(faults(line)).as("the check").isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"kind\":\"game\",\"gameId\":\"chess\",\"name\":\"x\",\"active\":null,\"imageUrl\":null,\"effectiveFrom\":null}",
        "{\"kind\":\"action\",\"actionType\":\"A\",\"points\":0,\"maxPoints\":null,\"minPoints\":null}",
        "{\"kind\":\"action\",\"actionType\":\"A\",\"maxPoints\":-1,\"minPoints\":-5,\"writer\":null,\"maxPerDay\":null}",
        "{\"kind\":\"game\",\"gameId\":\"chess\",\"name\":\"\\uD83C\\uDFC6\",\"further\":[1]}",
        "{\"kind\":\"game\",\"gameId\":\"chess\",\"name\":\"x\",\"effectiveFrom\":\"2026-12-01t00:00:00.5+01:00\"}"
      })
  void whatTheContractLetsThroughGoesThrough(String line) throws IOException {
    assertThat(schema.validate(JSON.readTree(line))).as("the schema").isEmpty();
    assertThat(faults(line)).as("the check").isEmpty();
  }

  @Test
  void aFaultNamesTheFieldItsValueAndWhatWasExpected() {
    assertThat(faults("{\"kind\":\"action\",\"actionType\":\"A\",\"points\":\"many\"}"))
        .containsExactly(
            "points is 'many', expected a whole number from -1000000000 to 1000000000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"kind\":\"action\",\"actionType\":\"A\",\"maxPoints\":1,\"minPoints\":2}",
        "{\"kind\":\"action\",\"actionType\":\"A\",\"maxPoints\":-1}",
        "{\"kind\":\"action\",\"actionType\":\"A\",\"maxPoints\":1,\"writer\":\"player\"}",
        "{\"kind\":\"game\",\"gameId\":\"chess\",\"name\":\"a\\u0000b\"}",
        "{\"kind\":\"game\",\"gameId\":\"chess\",\"name\":\"x\",\"effectiveFrom\":\"2026-02-30T00:00:00Z\"}",
        "{\"kind\":\"game\",\"gameId\":\"a\",\"gameId\":\"b\",\"name\":\"x\"}",
        "{\"kind\":\"game\",\"gameId\":\"chess\",\"name\":\"x\"} {}",
        "{\"kind\":\"game\""
      })
  void whatASchemaCannotSayIsRefusedToo(String line) {
    assertThat(faults(line)).isNotEmpty();
  }

  @Test
  void theShippedActionTypesAreTheEightOfTheContract() throws IOException {
    assertThat(CatalogFile.read(Installation.current().local("catalog.jsonl")))
        .extracting(Definition::key)
        .containsExactly(
            "action/LEVEL_COMPLETE",
            "action/ACHIEVEMENT_UNLOCK",
            "action/DAILY_BONUS",
            "action/CHALLENGE_WIN",
            "action/BOSS_DEFEAT",
            "action/PERFECT_SCORE",
            "action/STREAK_BONUS",
            "action/FIRST_TIME_BONUS");
  }

  private static List<String> faults(String line) {
    return DefinitionCheck.faults(line.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonSchema schema() {
    try {
      String events = Files.readString(TOPICS.resolve("player-events.json"));
      JsonSchemaFactory factory =
          JsonSchemaFactory.getInstance(
              SpecVersion.VersionFlag.V202012,
              builder ->
                  builder.schemaLoaders(
                      loaders ->
                          loaders.schemas(Map.of("urn:laurel:topic:player-events", events))));
      return factory.getSchema(Files.readString(TOPICS.resolve("catalog.json")));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
