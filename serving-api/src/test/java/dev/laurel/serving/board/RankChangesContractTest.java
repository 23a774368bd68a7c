package dev.laurel.serving.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Holds the reader to the topic's contract in infra/topics. */
class RankChangesContractTest {

  private static final Path TOPICS = Path.of("../infra/topics");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void readsEveryExampleOfTheContract() throws IOException {
    JsonNode contract = JSON.readTree(text("rank-changes"));
    JsonSchema schema = schema();

    for (JsonNode example : contract.path("examples")) {
      assertThat(schema.validate(example)).isEmpty();
      RankChange change = ReadRankChange.read(JSON.writeValueAsBytes(example));
      assertThat(change.version()).isEqualTo(example.path("version").asLong());
      assertThat(change.changes()).hasSameSizeAs(example.path("changes"));
      assertThat(change.removed()).hasSameSizeAs(example.path("removed"));
    }
    assertThat(contract.path("examples")).isNotEmpty();
  }

  @Test
  void readsEveryField() throws IOException {
    JsonNode examples = JSON.readTree(text("rank-changes")).path("examples");

    RankChange first = ReadRankChange.read(JSON.writeValueAsBytes(examples.get(0)));
    RankChange second = ReadRankChange.read(JSON.writeValueAsBytes(examples.get(1)));

    assertThat(first.board()).isEqualTo(BoardKey.allTime("chess"));
    assertThat(first.previousVersion()).isEmpty();
    assertThat(first.asOf()).isEmpty();
    assertThat(first.changes().getFirst())
        .isEqualTo(
            new Entry(
                "ada",
                250,
                Instant.parse("2026-03-01T09:00:05.25Z"),
                Optional.of("Ada Lovelace"),
                Optional.of("GB")));
    assertThat(first.changes().get(1).username()).isEmpty();
    assertThat(second.previousVersion()).contains(first.version());
    assertThat(second.asOf()).contains(Instant.parse("2026-11-21T23:58:00Z"));
    assertThat(Top.whole(first).flatMap(top -> top.apply(second)).orElseThrow().entries())
        .extracting(Entry::playerId)
        .containsExactly("ada");
  }

  @Test
  void refusesARecordThatLacksAField() {
    for (String field :
        List.of(
            "version", "size", "changes", "removed", "previousVersion", "gameId", "publishedAt")) {
      assertThatThrownBy(() -> ReadRankChange.read(exampleWithout(field)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(field);
    }
  }

  @Test
  void namesTheBoardsKeyAsTheTopicDoes() throws IOException {
    String key = JSON.readTree(text("rank-changes")).at("/x-topic/key").asText();

    assertThat(key).contains("game/chess/*/all-time/1970-01-01");
    assertThat(BoardKey.allTime("chess"))
        .hasToString(
            "BoardKey[scope=game, gameId=chess, region=*, period=all-time, periodStart=1970-01-01]");
  }

  private static byte[] exampleWithout(String field) throws IOException {
    JsonNode example = JSON.readTree(text("rank-changes")).path("examples").get(0);
    ((com.fasterxml.jackson.databind.node.ObjectNode) example).remove(field);
    return JSON.writeValueAsBytes(example);
  }

  private static JsonSchema schema() throws IOException {
    Map<String, String> schemas =
        Map.of(
            "urn:laurel:topic:rank-changes", text("rank-changes"),
            "urn:laurel:topic:player-events", text("player-events"));
    return JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            factory -> factory.schemaLoaders(loaders -> loaders.schemas(schemas)))
        .getSchema(schemas.get("urn:laurel:topic:rank-changes"));
  }

  private static String text(String topic) throws IOException {
    return Files.readString(TOPICS.resolve(topic + ".json"), StandardCharsets.UTF_8);
  }
}
