package dev.laurel.local.catalog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Holds one definition to the contract of the topic {@code catalog}. It is stricter in what the
 * schema cannot say: dates exist, minPoints is not above maxPoints, and only game servers write
 * variable points.
 */
final class DefinitionCheck {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Fields fields;

  private DefinitionCheck(Fields fields) {
    this.fields = fields;
  }

  /** The faults of a line, a sentence each; none if it may be sent. */
  static List<String> faults(byte[] line) {
    Optional<JsonNode> definition;
    try {
      definition = Optional.of(JSON.readTree(line));
    } catch (JsonProcessingException malformed) {
      return List.of("the line is not one JSON object: " + malformed.getOriginalMessage());
    } catch (IOException unreadable) {
      return List.of("the line is not one JSON object: " + unreadable.getMessage());
    }
    if (!definition.get().isObject()) {
      return List.of("the line is not one JSON object");
    }
    Fields fields = new Fields(definition.get());
    new DefinitionCheck(fields).check();
    return fields.faults();
  }

  /** The key of a line without faults. */
  static String key(byte[] line) throws IOException {
    JsonNode definition = JSON.readTree(line);
    String kind = definition.path("kind").asText();
    return switch (kind) {
      case "game" -> kind + "/" + definition.path("gameId").asText();
      case "achievement" ->
          kind
              + "/"
              + definition.path("gameId").asText()
              + "/"
              + definition.path("achievementId").asText();
      default -> kind + "/" + definition.path("actionType").asText();
    };
  }

  private void check() {
    fields.optionalBoolean("active");
    fields.optionalTime("effectiveFrom");
    fields.optionalText("imageUrl", 2048);
    switch (fields.required("kind", "game", "achievement", "action")) {
      case "game" -> checkGame();
      case "achievement" -> checkAchievement();
      case "action" -> checkAction();
      default -> {}
    }
  }

  private void checkGame() {
    fields.requiredGameId("gameId");
    fields.requiredText("name", 200);
  }

  private void checkAchievement() {
    fields.requiredGameId("gameId");
    fields.requiredIdentifier("achievementId");
    fields.requiredText("name", 200);
    describe();
    fields.optionalBoolean("repeatable");
    checkWorth();
  }

  private void checkAction() {
    fields.requiredIdentifier("actionType");
    describe();
    fields.optional("writer", "player", "game-server");
    fields.optionalWhole("maxPerDay", 1, Fields.MOST_POINTS);
    checkWorth();
    if (fields.has("maxPoints") && fields.is("writer", "player")) {
      fields.fault(
          "writer is 'player', expected 'game-server' or none where the event carries the points");
    }
  }

  private void describe() {
    fields.optionalText("description", 2000);
    fields.optionalText("category", 100);
  }

  private void checkWorth() {
    Optional<Long> points = fields.optionalWhole("points", -Fields.MOST_POINTS, Fields.MOST_POINTS);
    Optional<Long> least =
        fields.optionalWhole("minPoints", -Fields.MOST_POINTS, Fields.MOST_POINTS);
    Optional<Long> most =
        fields.optionalWhole("maxPoints", -Fields.MOST_POINTS, Fields.MOST_POINTS);
    boolean fixed = fields.has("points");
    boolean variable = fields.has("maxPoints");
    if (!fixed && !variable) {
      fields.fault(
          "points is missing, expected a whole number, or maxPoints (with minPoints) where the event carries them");
    } else if (fixed && (variable || fields.has("minPoints"))) {
      fields.fault(
          "points is %s, expected none beside minPoints or maxPoints".formatted(points.orElse(0L)));
    } else if (variable && most.isPresent() && least.orElse(0L) > most.get()) {
      fields.fault(
          "maxPoints is %d, expected at least minPoints, which is %d"
              .formatted(most.get(), least.orElse(0L)));
    }
  }
}
