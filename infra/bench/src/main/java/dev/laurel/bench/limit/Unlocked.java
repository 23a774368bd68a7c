package dev.laurel.bench.limit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** What of an unlock decides about boards. */
public record Unlocked(
    String playerId, String gameId, String achievementId, String occurredAt, long points) {

  private static final JsonFactory JSON = new JsonFactory();

  /** Decodes one with Jackson's streaming parser, the fastest of its ways. */
  static Unlocked read(byte[] json) throws IOException {
    String playerId = "";
    String gameId = "";
    String achievementId = "";
    String occurredAt = "";
    long points = 0;
    try (JsonParser parser = JSON.createParser(json)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        parser.nextToken();
        switch (field) {
          case "playerId" -> playerId = parser.getText();
          case "gameId" -> gameId = parser.getText();
          case "achievementId" -> achievementId = parser.getText();
          case "occurredAt" -> occurredAt = parser.getText();
          case "points" -> points = parser.getLongValue();
          default -> parser.skipChildren();
        }
      }
    }
    return new Unlocked(playerId, gameId, achievementId, occurredAt, points);
  }

  /** The player in the game. */
  String playerInGame() {
    return playerId + '|' + gameId;
  }
}
