package dev.laurel.local.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The key of an event: its playerId, wherever in the object it stands. */
final class PlayerKey {

  private static final JsonFactory JSON = new JsonFactory();

  private PlayerKey() {}

  /** The playerId of a line; empty where none can be read, which the job then refuses and keeps. */
  static Optional<byte[]> of(byte[] line) {
    try (JsonParser parser = JSON.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean found = parser.currentName().equals("playerId");
        JsonToken value = parser.nextToken();
        if (found) {
          return value == JsonToken.VALUE_STRING
              ? Optional.of(parser.getText().getBytes(StandardCharsets.UTF_8))
              : Optional.empty();
        }
        parser.skipChildren();
      }
      return Optional.empty();
    } catch (IOException malformed) {
      return Optional.empty();
    }
  }
}
