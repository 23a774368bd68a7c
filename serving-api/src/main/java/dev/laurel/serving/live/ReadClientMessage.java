package dev.laurel.serving.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.laurel.serving.board.BoardKey;
import dev.laurel.serving.board.BoardSeries;
import dev.laurel.serving.board.Period;
import dev.laurel.serving.board.ReadBoardName;
import dev.laurel.serving.web.ErrorCode;
import dev.laurel.serving.web.RefusedException;
import java.util.Optional;

/**
 * Reads what a client sends: one JSON object a message. Unknown fields are ignored, null is absent.
 */
final class ReadClientMessage {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final int DEFAULT_LIMIT = 10;
  private static final int GREATEST_LIMIT = 100;

  private final JsonNode message;

  private ReadClientMessage(JsonNode message) {
    this.message = message;
  }

  /**
   * Takes a text that may be a message.
   *
   * @throws RefusedException INVALID_PARAMETER if it is not one JSON object
   */
  static ReadClientMessage of(String text) {
    try {
      JsonNode message = JSON.readTree(text);
      if (message != null && message.isObject()) {
        return new ReadClientMessage(message);
      }
    } catch (JsonProcessingException e) {
      throw new RefusedException(
          ErrorCode.INVALID_PARAMETER,
          "The message is not one JSON object: " + e.getOriginalMessage());
    }
    throw new RefusedException(ErrorCode.INVALID_PARAMETER, "The message is not one JSON object");
  }

  /**
   * The name that the client gave the message, as JSON, to be echoed; empty if it gave none that is
   * a text or number.
   */
  Optional<String> id() {
    return field("id").filter(id -> id.isTextual() || id.isNumber()).map(JsonNode::toString);
  }

  /**
   * What it says.
   *
   * @throws RefusedException INVALID_PARAMETER or INVALID_LIMIT, naming the field
   */
  ClientMessage read() {
    String type = text("type").orElse("");
    return switch (type) {
      case "subscribe_leaderboard" -> new ClientMessage.Subscribe(series(), limit());
      case "unsubscribe_leaderboard" -> new ClientMessage.Unsubscribe(series());
      case "ping" -> new ClientMessage.Ping();
      default ->
          throw RefusedException.parameter(
              ErrorCode.INVALID_PARAMETER,
              "type",
              shown("type"),
              "subscribe_leaderboard, unsubscribe_leaderboard or ping");
    };
  }

  private BoardSeries series() {
    return new BoardSeries(
        text("gameId").orElse(BoardKey.ALL_GAMES),
        text("region").map(ReadBoardName::region).orElse(BoardKey.EVERYONE),
        text("period").map(ReadBoardName::period).orElse(Period.ALL_TIME));
  }

  private int limit() {
    JsonNode limit = field("limit").orElse(JSON.getNodeFactory().numberNode(DEFAULT_LIMIT));
    if (!limit.isIntegralNumber()
        || !limit.canConvertToInt()
        || limit.intValue() < 1
        || limit.intValue() > GREATEST_LIMIT) {
      throw RefusedException.parameter(
          ErrorCode.INVALID_LIMIT,
          "limit",
          shown("limit"),
          "a whole number from 1 to " + GREATEST_LIMIT);
    }
    return limit.intValue();
  }

  private Optional<String> text(String name) {
    Optional<JsonNode> field = field(name);
    if (field.isPresent() && !field.get().isTextual()) {
      throw RefusedException.parameter(ErrorCode.INVALID_PARAMETER, name, shown(name), "a text");
    }
    return field.map(JsonNode::textValue);
  }

  private Optional<JsonNode> field(String name) {
    return Optional.ofNullable(message.get(name)).filter(value -> !value.isNull());
  }

  private String shown(String name) {
    String value =
        field(name)
            .map(node -> node.isTextual() ? node.textValue() : node.toString())
            .orElse("missing");
    return value.length() <= 100 ? value : value.substring(0, 100) + "…";
  }
}
