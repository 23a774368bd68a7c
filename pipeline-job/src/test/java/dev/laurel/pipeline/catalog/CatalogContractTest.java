package dev.laurel.pipeline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.pipeline.event.TopicContract;
import dev.laurel.pipeline.event.UnreadableRecordException;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader and the contract of the topic {@code catalog} agree. */
class CatalogContractTest {
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "1",
          "1.0",
          "1.5",
          "-1000000001",
          "1000000000",
          "1000000001",
          "[]",
          "{}",
          "\"\"",
          "\"a\"",
          "\"a b\"",
          "\"global\"",
          "\"_none\"",
          "\"game\"",
          "\"player\"",
          "\"game-server\"",
          "\"2026-03-01T10:00:00+01:00\"",
          "\"soon\"",
          "\"" + "a".repeat(100) + "\"",
          "\"" + "a".repeat(101) + "\"",
          "\"" + "a".repeat(128) + "\"",
          "\"" + "a".repeat(129) + "\"",
          "\"" + "a".repeat(200) + "\"",
          "\"" + "\uD83D\uDE00".repeat(201) + "\"",
          "\"" + "a".repeat(2000) + "\"",
          "\"" + "a".repeat(2001) + "\"",
          "\"" + "a".repeat(2048) + "\"",
          "\"" + "a".repeat(2049) + "\"");
  private static final List<String> FIELDS =
      List.of(
          "kind",
          "gameId",
          "achievementId",
          "actionType",
          "name",
          "description",
          "category",
          "points",
          "minPoints",
          "maxPoints",
          "repeatable",
          "active",
          "writer",
          "maxPerDay",
          "effectiveFrom",
          "imageUrl",
          "colour");

  static List<String> examples() throws IOException {
    return TopicContract.of("catalog").examples();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theReaderAcceptsEveryExample(String example) throws IOException {
    assertThat(TopicContract.of("catalog").accepts(example)).isTrue();
    assertThat(accepts(example)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"game", "achievement", "action"})
  void theReaderAcceptsWhatTheSchemaAccepts(String kind) throws IOException {
    TopicContract contract = TopicContract.of("catalog");
    for (String field : FIELDS) {
      String without = json(kind, field, "");
      assertThat(accepts(without)).as(without).isEqualTo(contract.accepts(without));
      for (String value : VALUES) {
        String json = json(kind, field, value);
        assertThat(accepts(json)).as(json).isEqualTo(contract.accepts(json));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"kind\":\"action\",\"actionType\":\"A\",\"maxPoints\":2}",
        "{\"kind\":\"action\",\"actionType\":\"A\",\"points\":null,\"maxPoints\":2}",
        "{\"kind\":\"action\",\"actionType\":\"A\",\"minPoints\":null,\"maxPoints\":2}",
        "{\"kind\":\"action\",\"actionType\":\"A\",\"minPoints\":-2,\"maxPoints\":2}",
        "{\"kind\":\"action\",\"actionType\":\"A\",\"minPoints\":-2,\"maxPoints\":null}",
        "{\"kind\":\"action\",\"actionType\":\"A\",\"points\":1,\"minPoints\":1,\"maxPoints\":1}"
      })
  void theyAgreeOnPointsThatVary(String json) throws IOException {
    assertThat(accepts(json)).isEqualTo(TopicContract.of("catalog").accepts(json));
  }

  /** A good definition with one field changed, or left out where the value is empty. */
  private static String json(String kind, String field, String value) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("kind", '"' + kind + '"');
    fields.put("gameId", "\"g\"");
    fields.put("achievementId", "\"a\"");
    fields.put("actionType", "\"A\"");
    fields.put("name", "\"N\"");
    fields.put("points", "1");
    fields.put(field, value);
    return fields.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(entry -> '"' + entry.getKey() + "\":" + entry.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static boolean accepts(String json) {
    try {
      return DefinitionReader.read(CatalogLog.record(0, Instant.EPOCH, json)).offset() == 0;
    } catch (UnreadableRecordException refused) {
      return false;
    }
  }
}
